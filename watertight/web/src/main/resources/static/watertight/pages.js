// What HTML and htmx leave open: a problem that came back is announced and the fields that it names are marked, the
// keyboard's focus is not lost, and a page that asks again and again stops when nobody looks.
(() => {
  'use strict';

  const IDLE = 10 * 60 * 1000;
  const place = () => document.getElementById('problem');
  const isPoll = element => element?.getAttribute?.('hx-trigger')?.startsWith('every ');

  const clear = () => {
    place()?.replaceChildren();
    document.querySelectorAll('[data-marked]').forEach(field => {
      // What it was described by before, such as a hint, or nothing.
      field.setAttribute('aria-describedby', field.dataset.marked);
      field.removeAttribute('data-marked');
      field.removeAttribute('aria-invalid');
    });
  };

  const labelOf = field => (field.getAttribute('aria-label') ?? field.labels?.[0]?.firstChild?.textContent ?? '').trim();

  // A path such as lines[3].quantity or price.amount is a program's word; people get the label of the field.
  const mark = notice => {
    const detail = notice.querySelector('strong');
    const items = [...notice.querySelectorAll('[data-field]')];
    items.forEach((item, index) => {
      const path = item.dataset.field;
      // The last step of a path is not always an input of its own.
      const field = document.querySelector(`main [name="${CSS.escape(path)}"]`)
        ?? document.querySelector(`main [data-part="${CSS.escape(path)}"]`);
      if (field) {
        item.id ||= `problem-${index}`;
        field.dataset.marked ??= field.getAttribute('aria-describedby') ?? '';
        field.setAttribute('aria-invalid', 'true');
        field.setAttribute('aria-describedby', `${item.id} ${field.dataset.marked}`.trim());
        const label = labelOf(field);
        if (label) {
          item.querySelector('code')?.replaceWith(label);
          detail.textContent = detail.textContent.replaceAll(`'${path}'`, `"${label}"`);
        }
      }
      const message = item.querySelector('span')?.textContent;
      item.hidden = items.length === 1 && Boolean(message) && detail.textContent.includes(message);
    });
  };

  // Whoever searches goes on typing; the place is a live region and is read out all the same.
  const focusUnlessTyping = event => {
    if (event.detail.requestConfig?.verb !== 'get') {
      place()?.focus();
    }
  };

  let lastSign = Date.now();
  ['pointermove', 'pointerdown', 'keydown', 'scroll'].forEach(sign =>
    document.addEventListener(sign, () => { lastSign = Date.now(); }, { passive: true, capture: true }));

  // A tab that is forgotten must not keep its session alive, nor work for nobody.
  document.addEventListener('htmx:beforeRequest', event => {
    if (isPoll(event.detail.elt)) {
      if (document.hidden || Date.now() - lastSign > IDLE) {
        event.preventDefault();
      }
    } else if (event.detail.requestConfig?.verb !== 'get') {
      clear();
    }
  });

  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.successful && !isPoll(event.detail.elt)) {
      clear();
    }
  });

  document.addEventListener('htmx:beforeSwap', event => {
    if (isPoll(event.detail.elt) && event.detail.xhr.status >= 400) {
      event.detail.shouldSwap = false;
    }
    if (event.detail.target?.matches('tbody')) {
      event.detail.target.dataset.before = event.detail.target.rows.length;
    }
  });

  // Whoever works by the keyboard goes on where something new is.
  document.addEventListener('htmx:afterSettle', event => {
    if (document.activeElement && document.activeElement !== document.body) {
      return;
    }
    const target = event.detail.target;
    const added = target?.matches('tbody') ? target.rows[Number(target.dataset.before)]?.querySelector('a, button') : null;
    const heading = event.detail.boosted ? document.querySelector('main h1') : null;
    heading?.setAttribute('tabindex', '-1');
    (added ?? heading)?.focus();
  });

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target.id === 'problem') {
      mark(event.detail.target);
      focusUnlessTyping(event);
    }
  });

  document.addEventListener('htmx:sendError', event => {
    if (!isPoll(event.detail.elt)) {
      const notice = document.createElement('div');
      notice.className = 'notice bad';
      notice.textContent = 'The shop does not answer. Nothing was lost; try again in a moment.';
      place()?.replaceChildren(notice);
      focusUnlessTyping(event);
    }
  });

  // Signed out and in again while a form was open: it is sent again with the token of the new session.
  document.addEventListener('fresh-token', event => {
    document.querySelectorAll('input[name=_csrf]').forEach(field => { field.value = event.detail.value; });
  });

  // A question before what cannot be taken back.
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
})();
