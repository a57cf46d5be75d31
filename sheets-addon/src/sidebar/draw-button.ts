import type { Button } from '../screen.ts';
import { element } from './dom.ts';
import type { Drawing } from './drawing.ts';

export function drawButton({ label, call, look, busy }: Button, { press }: Drawing): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', className: `button ${look ?? 'plain'}`, onclick: () => press(call, busy) },
    label,
  );
}
