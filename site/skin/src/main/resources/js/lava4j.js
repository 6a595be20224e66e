// Search, and a button that copies a block of code. All else works without this.
(() => {
    'use strict';
    const root = document.currentScript.dataset.root;
    const place = document.querySelector('search');
    const input = place.querySelector('input');
    const hits = document.getElementById('hits');
    const list = hits.querySelector('ol');
    const status = hits.querySelector('[role=status]');
    const shown = 12;
    let ready;

    place.hidden = false;
    place.querySelector('form').addEventListener('submit', submit);
    input.addEventListener('focus', prepare, {once: true});
    input.addEventListener('input', search);
    place.addEventListener('keydown', key);
    document.addEventListener('keydown', slash);
    document.addEventListener('click', event => place.contains(event.target) || close());
    document.querySelectorAll('.block').forEach(offerCopy);

    function prepare() {
        ready ??= Promise.all([script('js/lunr.min.js'), script('js/search-data.js')]).then(index);
        return ready;
    }

    function script(source) {
        return new Promise((loaded, failed) => {
            const element = document.createElement('script');
            element.src = root + source;
            element.onload = loaded;
            element.onerror = failed;
            document.head.append(element);
        });
    }

    function index() {
        const sections = window.lava4jSearch;
        // No stemmer and no stop words: names such as 'switch' and 'from' are looked for too.
        const lookup = lunr(function () {
            this.pipeline.reset();
            this.searchPipeline.reset();
            this.ref('at');
            this.field('title', {boost: 8});
            this.field('page', {boost: 4});
            this.field('text');
            sections.forEach((section, at) => this.add({at, title: words(section.title), page: words(section.page),
                text: words(section.text)}));
        });
        return {sections, lookup};
    }

    // Names are found as a whole and by their parts: db_from_s3, lava-sandbox, ConnectorProvider.
    function words(text) {
        const names = text.match(/[\p{L}\p{N}]+(?:[._\/-][\p{L}\p{N}]+)*/gu) ?? [];
        return names.flatMap(name => [name, ...parts(name)]).map(name => name.toLowerCase());
    }

    function parts(name) {
        const found = name.split(/[._\/-]|(?<=\p{Ll})(?=\p{Lu})/u);
        return found.length > 1 ? found : [];
    }

    async function search() {
        const asked = input.value;
        const terms = [...new Set(asked.split(/\s+/).flatMap(words))];
        if (terms.length === 0) {
            close();
            return;
        }
        const {sections, lookup} = await prepare();
        if (asked === input.value) {
            show(find(sections, lookup, asked, terms), terms);
        }
    }

    function find(sections, lookup, asked, terms) {
        const whole = asked.split(/\s+/).map(word => words(word)[0]).filter(Boolean);
        const all = matches(lookup, whole, lunr.Query.presence.REQUIRED);
        const found = all.length > 0 ? all : matches(lookup, terms, lunr.Query.presence.OPTIONAL);
        return found.map(hit => sections[hit.ref]);
    }

    // A word counts in full as it stands, and less as the beginning of another.
    function matches(lookup, terms, presence) {
        return lookup.query(query => terms.forEach(term => {
            query.term(term, {boost: 5, presence: lunr.Query.presence.OPTIONAL});
            query.term(term, {wildcard: lunr.Query.wildcard.TRAILING, presence});
        }));
    }

    function show(found, terms) {
        const none = 'Nothing was found: try another word, or the beginning of one.';
        status.textContent = found.length === 0 ? none : found.length === 1 ? '1 place' : found.length + ' places';
        list.replaceChildren(...found.slice(0, shown).map(section => item(section, terms)));
        hits.hidden = false;
        input.setAttribute('aria-expanded', 'true');
    }

    function item(section, terms) {
        const link = document.createElement('a');
        link.href = root + section.url;
        const title = document.createElement('b');
        title.textContent = section.title === section.page ? section.page : section.page + ' › ' + section.title;
        const text = document.createElement('span');
        text.append(...excerpt(section.text, terms));
        link.append(title, text);
        link.addEventListener('click', close);
        const entry = document.createElement('li');
        entry.append(link);
        return entry;
    }

    function excerpt(text, terms) {
        const pattern = new RegExp('(' + terms.map(term => term.replace(/[.\\/-]/g, '\\$&')).join('|') + ')', 'i');
        const from = Math.max(0, text.search(pattern) - 60);
        const cut = (from > 0 ? '… ' : '') + text.slice(from, from + 180) + (from + 180 < text.length ? ' …' : '');
        return cut.split(new RegExp(pattern, 'gi')).map((part, at) => at % 2 === 0 ? part : marked(part));
    }

    function marked(text) {
        const element = document.createElement('mark');
        element.textContent = text;
        return element;
    }

    function close() {
        hits.hidden = true;
        input.setAttribute('aria-expanded', 'false');
    }

    function submit(event) {
        event.preventDefault();
        list.querySelector('a')?.click();
    }

    function key(event) {
        if (event.key === 'Escape') {
            close();
            input.focus();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            const links = [input, ...list.querySelectorAll('a')];
            const next = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
            links[Math.min(Math.max(next, 0), links.length - 1)].focus();
            event.preventDefault();
        }
    }

    function slash(event) {
        if (event.key === '/' && !event.ctrlKey && !event.metaKey && !/INPUT|TEXTAREA/.test(event.target.tagName)) {
            event.preventDefault();
            input.focus();
        }
    }

    function offerCopy(block) {
        if (!navigator.clipboard) {
            return;
        }
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'copy';
        button.textContent = 'Copy';
        button.addEventListener('click', async () => {
            await navigator.clipboard.writeText(block.querySelector('pre').textContent);
            button.textContent = 'Copied';
            setTimeout(() => button.textContent = 'Copy', 2000);
        });
        block.append(button);
    }
})();
