export type Theme = 'light' | 'dark';

const KEY = 'dien-hinh.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<(theme: Theme) => void>();

/** What was chosen in this browser, else what the system prefers. */
export function theme(): Theme {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

export function setTheme(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  show();
}

export function onTheme(listener: (theme: Theme) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function show(): void {
  document.documentElement.dataset.theme = theme();
  for (const listener of listeners) listener(theme());
}

system.addEventListener('change', show);
// Another window of this browser chose.
window.addEventListener('storage', ({ key }) => {
  if (key === KEY) show();
});
