'use strict';
// The least that the Functions Framework can serve: what a cold start is held against.
require('@google-cloud/functions-framework').http('empty', (_request, response) => response.json({}));
