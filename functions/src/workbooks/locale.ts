/** Decides the decimal comma in every workbook. */
export const LOCALE = 'vi_VN';
