// Keeps passwords out of everything that is shown.

/** Puts stars in the place of the passwords in a text's URLs, one for each character, so that marks still point right. */
export function hidePasswords(text: string): string {
  const stars = (_: string, before: string, password: string) =>
    before + "*".repeat(password.length);
  return text
    .replace(/(:\/\/[^\s:/?#"'@]*:)([^\s"']*)(?=@)/g, stars)
    .replace(/([?&]password=)([^&#\s"']*)/gi, stars);
}
