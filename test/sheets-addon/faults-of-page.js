// Runs in a page: gives texts with too little contrast, controls without a name or too small to hit, fields that
// touch what stands above them, and what is too wide. An expression, so that it can be sent as it is.
(() => {
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paperOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r = 0, g = 0, b = 0, alpha = 1] = parts(getComputedStyle(at).backgroundColor);
      if (alpha > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const contrastOf = (element) => {
    const ink = parts(getComputedStyle(element).color).slice(0, 3);
    const [dark, light] = [luminance(ink), luminance(paperOf(element))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const faults = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.getClientRects().length === 0 || element.tagName === 'SCRIPT') continue;
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = own.map(({ textContent }) => textContent.trim()).join('');
    if (text !== '' && contrastOf(element) < 4.5)
      faults.push(`“${text}” has a contrast of ${contrastOf(element).toFixed(2)}`);
    const above = element.classList.contains('field') && element.previousElementSibling;
    if (above && element.getBoundingClientRect().top - above.getBoundingClientRect().bottom < 4)
      faults.push(`“${element.textContent}” touches what stands above it`);
    if (!['BUTTON', 'SELECT', 'TEXTAREA', 'INPUT'].includes(element.tagName)) continue;
    const label = element.labels?.[0]?.textContent ?? '';
    const name = element.getAttribute('aria-label') ?? (element.textContent || label);
    if (name.trim() === '') faults.push(`a ${element.tagName} without a name`);
    if (element.getBoundingClientRect().height < 24) faults.push(`“${name}” is too small to hit`);
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('too wide');
  return faults;
})();
