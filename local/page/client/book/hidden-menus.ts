export const HIDDEN_MENUS = {};
