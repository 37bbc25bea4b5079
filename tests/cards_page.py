# cards_page - a page of cards on standard input: whole, and nothing from
# elsewhere
import sys
from html.parser import HTMLParser


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen, self.texts = [], [], []
        self.source = sys.stdin.read()
        self.feed(self.source)
        assert self.open == [], self.open
        assert self.source.startswith('<!DOCTYPE html>')
        assert 'script' not in self.seen and 'link' not in self.seen
        assert 'url(' not in self.source
        assert 'break-inside:avoid' in self.source

    def handle_starttag(self, tag, attributes):
        self.seen.append(tag)
        assert not any(k in ('src', 'href') or k.startswith('on')
            for k, _ in attributes), attributes
        if tag not in ('meta', 'br'):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    # each text, and the elements it stands in
    def handle_data(self, data):
        if self.open:
            self.texts.append((tuple(self.open), data))
