// A small add-on for the tests of the page: a menu, a sidebar, questions, toasts, and what one edit sets off.
function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Thi đua')
    .addItem('Kiểm tra phiếu', 'check')
    .addItem('Hỏi tên', 'askName')
    .addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('Thêm').addItem('Báo tin', 'tell'))
    .addItem('Hộp thoại', 'openDialog')
    .addItem('Hỏng', 'broken')
    .addToUi();
}

function check() {
  const page = HtmlService.createHtmlOutput(
    '<!doctype html><html lang="vi"><body><h1>Kết quả kiểm tra</h1><button id="go">Đi tới ô</button>' +
      '<button id="name">Ai?</button><p id="said"></p><script>' +
      'document.getElementById("go").onclick = () => google.script.run.goTo("D5");' +
      'document.getElementById("name").onclick = () => google.script.run' +
      '.withSuccessHandler((value) => { document.getElementById("said").textContent = value; }).selectionText("ô");' +
      '</script></body></html>',
  ).setTitle('Kiểm tra phiếu');
  SpreadsheetApp.getUi().showSidebar(page);
}

function goTo(a1) {
  SpreadsheetApp.getActiveSheet().getRange(a1).activate();
}

function selectionText(word) {
  return `${word} ${SpreadsheetApp.getActiveRange().getA1Notation()}`;
}

function askName() {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt('Xác nhận', 'Tên của bạn là gì?', ui.ButtonSet.OK_CANCEL);
  if (answer.getSelectedButton() !== ui.Button.OK) return;
  SpreadsheetApp.getActiveSheet().getRange('E3').setValue(answer.getResponseText());
}

function tell() {
  SpreadsheetApp.getActive().toast('Đã xong <b>mọi việc</b>.', 'Tin', 5);
}

function openDialog() {
  const page = HtmlService.createHtmlOutput('<button onclick="google.script.host.close()">Xong</button>')
    .setWidth(320)
    .setHeight(180);
  SpreadsheetApp.getUi().showModalDialog(page, 'Chọn một việc');
}

function broken() {
  throw new Error('Chỗ này hỏng.');
}

function onEdit(event) {
  if (event.range.getA1Notation() === 'D6') event.range.offset(0, 1).setValue(`vừa ghi ${event.value}`);
}
