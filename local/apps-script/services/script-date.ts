import type { StartOrder } from './state.ts';

/** Sets the script's clock to the office's. */
export function installDate(_order: StartOrder): void {}
