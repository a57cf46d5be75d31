import { escapeHtml } from './escape-html.ts';

/** The one page; everything in it is made by its script. */
export const pageDocument = (digest: string, campaign: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Văn phòng thi đua – ${escapeHtml(campaign)}</title>
<link rel="icon" href="/assets/${digest}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/${digest}/main.css">
<script type="module" src="/assets/${digest}/main.js"></script>
</head>
<body>
<noscript>Trang này cần JavaScript. / This page needs JavaScript.</noscript>
<div id="office"></div>
</body>
</html>
`;
