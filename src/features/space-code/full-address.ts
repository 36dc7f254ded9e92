/** An address with its site: this page's, where the server has not been told its public one. */
export const fullAddress = (url: string): string => new URL(url, window.location.origin).href;
