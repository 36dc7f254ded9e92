const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!);

/**
 * Comments as the documents answer them: one balanced fragment each, that ends in the element with class Content.
 * Whatever people wrote stands in it as text.
 */
export const commentsHtmlOf = (comments: { content: string; author: string; at: string }[]) =>
  comments
    .map(
      ({ content, author, at }) =>
        `<div class='Comment'><div class='Author'>${escape(author)}</div><div class='Date'>${escape(at)}</div>` +
        `<div class='Content'>${escape(content)}</div></div>`,
    )
    .join('');
