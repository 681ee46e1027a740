// Sends a sheet as it is. The shop imports while it reads, unless a proxy in front of it collects the whole file first.
(() => {
  'use strict';

  const form = document.getElementById('sheet');
  const button = form.querySelector('button');
  const working = document.getElementById('working');
  const progress = document.getElementById('progress');
  const state = document.getElementById('state');
  const report = document.getElementById('report');
  const problem = document.getElementById('problem');

  const show = (place, html) =>
    place.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);

  const fail = html => {
    show(problem, html);
    state.textContent = '';
    problem.focus();
  };

  // Not disabled, for that would take the focus away.
  const isWorking = () => button.getAttribute('aria-disabled') === 'true';

  const end = () => {
    button.removeAttribute('aria-disabled');
    working.hidden = true;
  };

  const send = file => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('Accept', 'text/html');
    request.setRequestHeader('X-CSRF-TOKEN', form.elements.namedItem('_csrf')?.value ?? '');
    // So that a refusal comes as a notice, not as a page.
    request.setRequestHeader('HX-Request', 'true');
    request.upload.addEventListener('progress', event => {
      progress.value = event.total ? 100 * event.loaded / event.total : 100;
    });
    request.upload.addEventListener('load', () => {
      // On its way, or already waiting at the shop: how far it has come is not known any more.
      progress.removeAttribute('value');
      state.textContent = 'The file is sent; the shop is importing it ...';
    });
    request.addEventListener('load', () => {
      end();
      const elsewhere = request.getResponseHeader('HX-Redirect');
      if (elsewhere) {
        location.assign(elsewhere);
      } else if (request.status < 400) {
        state.textContent = 'The import is complete; its report follows.';
        show(report, request.responseText);
        report.querySelector('h2').focus();
      } else {
        fail(request.responseText);
      }
    });
    request.addEventListener('error', () => {
      end();
      fail('<div class="notice bad">The server is not responding, or stopped reading the file. Send it again: nothing will be imported '
        + 'twice.</div>');
    });
    request.send(file);
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    if (isWorking()) {
      return;
    }
    problem.replaceChildren();
    report.replaceChildren();
    progress.value = 0;
    working.hidden = false;
    button.setAttribute('aria-disabled', 'true');
    state.textContent = 'Importing ...';
    send(document.getElementById('file').files[0]);
  });

  form.hidden = false;
})();
