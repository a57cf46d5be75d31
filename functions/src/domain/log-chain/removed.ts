/** What stands where a person's address or name was removed. Read by people, so in their language. */
export const REMOVED = '(đã xóa)';
