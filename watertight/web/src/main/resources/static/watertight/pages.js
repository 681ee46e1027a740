// What HTML and htmx do not do: announce a problem and mark the fields that it names, keep the keyboard focus, and stop polling
// when nobody looks at the page.
(() => {
  'use strict';

  const IDLE = 10 * 60 * 1000;
  const noticeArea = () => document.getElementById('problem');
  const isPoll = element => element?.getAttribute?.('hx-trigger')?.startsWith('every ');

  const clear = () => {
    noticeArea()?.replaceChildren();
    document.querySelectorAll('[data-marked]').forEach(field => {
      // Its previous description, such as a hint; may be empty.
      field.setAttribute('aria-describedby', field.dataset.marked);
      field.removeAttribute('data-marked');
      field.removeAttribute('aria-invalid');
    });
    document.querySelectorAll('main .fault').forEach(fault => fault.remove());
  };

  let faults = 0;

  // Puts the message next to its field; a field may have several.
  const putBeside = (field, message) => {
    const fault = document.createElement('span');
    fault.className = 'fault';
    fault.id = `fault-of-${faults += 1}`;
    fault.textContent = message;
    const described = field.getAttribute('aria-describedby') ?? '';
    field.dataset.marked ??= described;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', `${fault.id} ${described}`.trim());
    (field.closest('.field, td') ?? field.parentElement).append(fault);
  };

  // The server validates the whole form and reports all errors; a browser reports one field at a time.
  const validateOnServer = () =>
    document.querySelectorAll('form[method=post][hx-boost]').forEach(form => { form.noValidate = true; });

  const labelOf = field => (field.getAttribute('aria-label') ?? field.dataset.label ?? field.labels?.[0]?.firstChild?.textContent ?? '').trim();

  // Shows the label of the field in place of a path such as lines[3].quantity or price.amount.
  const mark = notice => {
    const detail = notice.querySelector('strong');
    const items = [...notice.querySelectorAll('[data-field]')];
    items.forEach(item => {
      const path = item.dataset.field;
      // The last part of a path does not always have an input of its own.
      const field = document.querySelector(`main [name="${CSS.escape(path)}"]`)
        ?? document.querySelector(`main [data-part="${CSS.escape(path)}"]`);
      if (field) {
        putBeside(field, item.querySelector('span')?.textContent ?? '');
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

  // A search must not lose the focus while the user types; screen readers announce the live region anyway.
  const focusUnlessTyping = event => {
    if (event.detail.requestConfig?.verb !== 'get') {
      noticeArea()?.focus();
    }
  };

  let lastActivity = Date.now();
  ['pointermove', 'pointerdown', 'keydown', 'scroll'].forEach(type =>
    document.addEventListener(type, () => { lastActivity = Date.now(); }, { passive: true, capture: true }));

  // A forgotten tab must not keep its session alive or keep polling.
  document.addEventListener('htmx:beforeRequest', event => {
    if (isPoll(event.detail.elt)) {
      if (document.hidden || Date.now() - lastActivity > IDLE) {
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

  // Keyboard users continue at the new content.
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
      // An earlier success message is out of date now.
      document.querySelectorAll('main > [role=status].notice').forEach(notice => notice.remove());
      mark(event.detail.target);
      focusUnlessTyping(event);
    }
  });

  document.addEventListener('htmx:sendError', event => {
    if (!isPoll(event.detail.elt)) {
      const notice = document.createElement('div');
      notice.className = 'notice bad';
      notice.textContent = 'The server is not responding. Your input is still here. Try again in a moment.';
      noticeArea()?.replaceChildren(notice);
      focusUnlessTyping(event);
    }
  });

  // After signing out and in again with a form open, the form needs the token of the new session.
  document.addEventListener('fresh-token', event => {
    document.querySelectorAll('input[name=_csrf]').forEach(field => { field.value = event.detail.value; });
  });

  document.addEventListener('htmx:afterSettle', validateOnServer);
  validateOnServer();

  // The browser validates a form that htmx does not send, such as sign-in: there, too, all errors at once.
  document.addEventListener('invalid', event => {
    event.preventDefault();
    const field = event.target;
    if (field === field.form.querySelector('input:invalid, select:invalid, textarea:invalid')) {
      clear();
      field.focus();
    }
    putBeside(field, field.validationMessage);
  }, true);

  // Asks for confirmation before an action that cannot be undone.
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
})();
