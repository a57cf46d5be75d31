// The entry of what is loaded into a run's world before the script: `install(native)` sets Google's globals and gives
// the function that runs one order.

import { CacheService } from './cache-service.ts';
import { HtmlService } from './html/html-service.ts';
import { LockService } from './lock-service.ts';
import { Console, Logger } from './logging.ts';
import { setNative } from './native.ts';
import { PropertiesService } from './properties-service.ts';
import { runFunction } from './run-function.ts';
import { ScriptApp } from './script-app.ts';
import { installDate } from './script-date.ts';
import { MissingService, type Service } from './service.ts';
import { Session } from './session.ts';
import { SpreadsheetApp } from './spreadsheet/spreadsheet-app.ts';
import { type StartOrder, startRun } from './state.ts';
import { UrlFetchApp } from './url-fetch-app.ts';
import { Utilities } from './utilities.ts';

/** What Apps Script has and this host has not: a script that uses one is told which. */
const MISSING = [
  ...[
    'Browser',
    'CalendarApp',
    'CardService',
    'Charts',
    'ContactsApp',
    'ContentService',
    'ConferenceDataService',
  ],
  ...['DataStudioApp', 'DocumentApp', 'DriveApp', 'FormApp', 'GmailApp', 'GroupsApp', 'Jdbc', 'LanguageApp'],
  ...['LinearOptimizationService', 'MailApp', 'Maps', 'SitesApp', 'SlidesApp', 'XmlService'],
];

/** What V8 gives every world and Apps Script does not. */
const FOREIGN = ['SharedArrayBuffer', 'Atomics', 'WebAssembly'];

export function install(native: Parameters<typeof setNative>[0]) {
  setNative(native);
  for (const name of FOREIGN) Reflect.deleteProperty(globalThis, name);
  const services: Record<string, Service> = {
    SpreadsheetApp: new SpreadsheetApp(),
    HtmlService: new HtmlService(),
    UrlFetchApp: new UrlFetchApp(),
    PropertiesService: new PropertiesService(),
    CacheService: new CacheService(),
    LockService: new LockService(),
    ScriptApp: new ScriptApp(),
    Session: new Session(),
    Utilities: new Utilities(),
    Logger: new Logger(),
    console: new Console(),
  };
  for (const name of MISSING) services[name] = new MissingService(name);
  for (const [name, value] of Object.entries(services))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  // What is there before the script is nothing that a menu or a page may call.
  const before = new Set(Object.getOwnPropertyNames(globalThis));

  return (orderText: string, evaluate: () => void, settle: () => void): string => {
    const order = JSON.parse(orderText) as StartOrder;
    startRun(order);
    installDate(order);
    return JSON.stringify(runFunction(order, { before, evaluate, settle }));
  };
}
