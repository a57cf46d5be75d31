#!/bin/bash
# Stands for gcloud, firebase, clasp and our own scripts (as "node"): keeps what it was called with in $FAKE_WORLD/calls,
# what came in on standard input in $FAKE_WORLD/stdin, and answers as the rules of the world say. A rule is a line of
# fields parted by the byte 0x1f: the whole command; a marker that has to be there ("!": must not); markers it makes;
# those it takes away; the exit code, or "hang"; what it prints, "\n" for line ends.
line="${0##*/} $*"
printf '%s\n' "${line//$'\n'/ }" >> "$FAKE_WORLD/calls"
[[ "$line" == *--data-file=-* ]] && cat >> "$FAKE_WORLD/stdin"
while IFS=$'\x1f' read -r wanted needs makes unmakes code output; do
  [[ "$line" == "$wanted" ]] || continue
  case "$needs" in
    '') ;;
    '!'*) [[ -e "$FAKE_WORLD/made/${needs#!}" ]] && continue ;;
    *) [[ -e "$FAKE_WORLD/made/$needs" ]] || continue ;;
  esac
  if [[ "$code" == hang ]]; then
    echo $$ > "$FAKE_WORLD/hanging"
    exec sleep 600
  fi
  for each in $makes; do : > "$FAKE_WORLD/made/$each"; done
  for each in $unmakes; do rm -f "$FAKE_WORLD/made/$each"; done
  [[ -n "$output" ]] && printf '%b\n' "$output"
  exit "$code"
done < "$FAKE_WORLD/rules"
exit 0
