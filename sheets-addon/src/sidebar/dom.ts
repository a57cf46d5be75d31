type Child = Node | string | undefined | false;

/**
 * An element with its properties and children. Texts become text nodes, whatever is in them: nothing in this page
 * ever reads HTML from a text.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

let lastId = 0;

/** For labels and what they belong to. */
export function newId(): string {
  lastId += 1;
  return `id-${lastId}`;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`sidebar.html has no #${id}`);
  return found;
}
