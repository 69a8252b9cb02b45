"""Drives the real program as a screen reader and a keyboard do: widgets are found by what they are
and are called (AT-SPI), keys come through the X server. Nothing sleeps for a fixed time: a wait
ends when what it waits for is so, or fails with a picture of what was there instead. To be run by
with-desktop.sh."""
import os
import pathlib
import re
import subprocess
import threading
import time

import gi
gi.require_version('Atspi', '2.0')
gi.require_version('Gdk', '4.0')
from gi.repository import Atspi, Gdk, GLib  # noqa: E402

PATIENCE = 60
ROWS = ('list item', 'table row', 'table cell', 'combo box')
COMPLAINT = re.compile(r'WARNING|CRITICAL|\bERROR\b|AddressSanitizer|LeakSanitizer|runtime error')


class Missing(AssertionError):
    """What was waited for did not come."""


def spoken(name):
    """The name without what GTK 4.8 adds to it: a label with a mnemonic is said twice."""
    plain = (name or '').replace('_', '')
    half = len(plain) // 2
    return plain[:half] if len(plain) % 2 and plain[half] == ' ' and plain[:half] == plain[half + 1:] else plain


def matches(wanted, said):
    return wanted is None or (wanted == said if isinstance(wanted, str) else wanted.search(said) is not None)


def clipboards():
    """What the two clipboards of the screen hold, as text."""
    display = Gdk.Display.open(os.environ['DISPLAY'])
    held, context = [], GLib.MainContext.default()
    for clipboard in (display.get_clipboard(), display.get_primary_clipboard()):
        answers = []
        clipboard.read_text_async(None, lambda board, result, into=answers: into.append(result))
        while not answers:
            context.iteration(True)
        try:
            held.append(clipboard.read_text_finish(answers[0]) or '')
        except GLib.Error:
            held.append('')  # nobody offers text
    display.close()
    return held


class Node:
    """One accessible object, asked anew each time: nothing here is remembered."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def __repr__(self):
        return f'{self.role} “{self.name}”'

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return spoken(self.accessible.get_name())

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def text(self):
        """What stands in an entry or a label."""
        text = self.accessible.get_text_iface()
        return text.get_text(0, text.get_character_count())

    @property
    def parent(self):
        parent = self.accessible.get_parent()
        return Node(parent) if parent else None

    @property
    def children(self):
        found = [self.accessible.get_child_at_index(i) for i in range(self.accessible.get_child_count())]
        return [Node(child) for child in found if child]

    def has(self, state):
        """Whether a state holds, by its AT-SPI name: 'checked', 'focused', 'sensitive', …"""
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    def walk(self):
        """This object and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find_all(self, role=None, name=None):
        for node in self.walk():
            if (role is None or node.role == role) and matches(name, node.name):
                yield node

    def texts(self):
        """All that the labels below say, in order."""
        return [node.name for node in self.find_all('label') if node.name]

    def bounds(self):
        return self.accessible.get_extents(Atspi.CoordType.WINDOW)

    def is_within(self, other):
        node = self
        while node and node.role != 'application':
            if node == other:
                return True
            node = node.parent
        return False

    def window(self):
        node = self
        while node.parent and node.parent.role != 'application':
            node = node.parent
        return node

    def at(self, x, y):
        """What one sees of the window at a point, or None where only a nameless part is."""
        seen = self.accessible.get_accessible_at_point(x, y, Atspi.CoordType.WINDOW)
        return Node(seen) if seen else None

    def on_screen(self):
        """Whether it is what one sees at its middle. GTK 4.8 calls every page of a stack visible,
        so only the point tells which page is in front. A part that has no place in the
        tree may be in the middle: an entry is then seen in its margin, just left of its bounds, a
        row in what it holds."""
        if 'Component' not in self.accessible.get_interfaces():
            return False
        box = self.bounds()
        if box.width <= 0 or box.height <= 0:
            return False
        window, middle = self.window(), box.y + box.height // 2
        seen = window.at(box.x + box.width // 2, middle) or window.at(box.x - 3, middle)
        if seen is not None and seen.is_within(self):
            return True
        return self.role in ROWS and any(label.on_screen() for label in self.find_all('label'))

    def activate(self):
        """What a click does, for what says it can be clicked."""
        self.accessible.get_action_iface().do_action(0)


class App:
    """The program while it runs. As a context manager it is gone afterwards whatever happened; a
    clean end is asked for by quit()."""

    def __init__(self, *arguments, passphrase=None, environment=None):
        self.shots = pathlib.Path(os.environ.get('TJ_TEST_SHOTS', os.environ['TMPDIR']))
        self.said = []
        command, descriptors = [str(a) for a in arguments], []
        if passphrase is not None:
            reader, writer = os.pipe()
            os.write(writer, passphrase.encode())
            os.close(writer)
            command += ['--passphrase-fd', str(reader)]
            descriptors = [reader]
        self.process = subprocess.Popen(command, pass_fds=descriptors, cwd=os.environ['HOME'], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                        env={**os.environ, **(environment or {})})
        for descriptor in descriptors:
            os.close(descriptor)
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.focus = None
        self.watcher = Atspi.EventListener.new(self._on_focus)
        self.watcher.register('object:state-changed:focused')

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self.screenshot('failure')
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.watcher.deregister('object:state-changed:focused')

    def _on_focus(self, event):
        if event.detail1:
            self.focus = Node(event.source)

    def _listen(self):
        for line in self.process.stderr:
            self.said.append(line.decode(errors='replace').rstrip())

    # What is there

    @property
    def windows(self):
        """The windows of the program, the newest first."""
        desktop = Atspi.get_desktop(0)
        for i in reversed(range(desktop.get_child_count())):
            accessible = desktop.get_child_at_index(i)
            if accessible and accessible.get_process_id() == self.process.pid:
                accessible.set_cache_mask(Atspi.Cache.NONE)
                return Node(accessible).children[::-1]
        return []

    def find(self, role=None, name=None, within=None):
        """The first on screen of that role and name (text, pattern or any), or None."""
        for root in [within] if within else self.windows:
            for node in root.find_all(role, name):
                if node.on_screen():
                    return node
        return None

    def outline(self):
        """What a reader would be told of, for a failure's sake."""
        return '\n'.join(f'#   {node}' for window in self.windows for node in window.walk()
                         if node.name and node.role != 'filler' and node.on_screen())

    # Waiting

    def wait(self, condition, what, patience=PATIENCE):
        """Calls `condition` until it gives something true, and returns that."""
        context = GLib.MainContext.default()
        deadline = time.monotonic() + patience
        while True:
            while context.pending():
                context.iteration(False)
            try:
                result = condition()
                if result:
                    return result
            except GLib.Error:
                pass  # it went away while it was being asked
            if self.process.poll() is not None:
                raise Missing(f'the program ended ({self.process.returncode}) before {what}: {self.said}')
            if time.monotonic() > deadline:
                raise Missing(f'{what} did not come; on screen:\n{self.outline()}')
            wake = GLib.timeout_add(20, lambda: GLib.SOURCE_REMOVE)
            context.iteration(True)
            if context.find_source_by_id(wake):
                GLib.source_remove(wake)

    def wait_for(self, role=None, name=None, within=None):
        return self.wait(lambda: self.find(role, name, within), f'{role or "anything"} called {name!r}')

    def wait_gone(self, role=None, name=None):
        self.wait(lambda: not self.find(role, name), f'the end of {role} called {name!r}')

    def wait_window(self, name):
        """Waits for a window by its title alone: a file chooser has a thousand parts to look through."""
        return self.wait(lambda: next((w for w in self.windows if matches(name, w.name)), None), f'a window {name!r}')

    def wait_window_gone(self, name):
        self.wait(lambda: not any(matches(name, w.name) for w in self.windows), f'the end of window {name!r}')

    def wait_text(self, text):
        """Waits for a label that holds `text`."""
        return self.wait_for('label', re.compile(re.escape(text)))

    # The keyboard

    def has_keyboard(self):
        """Whether keys go to a window of the program. Without a window manager nobody hands the
        keyboard back to a window whose dialog has gone; then this does, for the next call."""
        pid = str(self.process.pid)
        holder = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowpid'], capture_output=True, check=False)
        if holder.stdout.split() == [pid.encode()]:
            return True
        windows = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', pid], capture_output=True, check=False)
        if windows.stdout:
            subprocess.run(['xdotool', 'windowfocus', windows.stdout.split()[-1]], capture_output=True, check=False)
        return False

    def press(self, *keys):
        """Presses keys as xdotool names them: 'ctrl+f', 'Tab', 'Return'."""
        self.wait(self.has_keyboard, 'the keyboard')
        subprocess.run(['xdotool', 'key', '--delay', '5', *keys], check=True)

    def type(self, text):
        self.wait(self.has_keyboard, 'the keyboard')
        subprocess.run(['xdotool', 'type', '--delay', '5', '--', text], check=True)

    def focused(self):
        """Where the focus is; told by the program as it moves, looked for when that is old. None when
        it is on a part that has no place in the tree, as in libadwaita 1.2's entry row."""
        self.wait(self.has_keyboard, 'the keyboard')
        try:
            if self.focus and self.focus.has('focused'):
                return self.focus
        except GLib.Error:
            self.focus = None
        for window in self.windows:
            for node in window.walk():
                if node.has('focused'):
                    return node
        return None

    def tab_to(self, role=None, name=None, key='Tab', most=80):
        """Presses Tab until the focus is on that widget: it can be reached without a mouse."""
        seen = []
        for _ in range(most):
            node = self.focused()
            if node and (role is None or node.role == role) and matches(name, node.name):
                return node
            seen.append(node)
            self.press(key)
            self.wait(lambda: self.focused() != node, f'the focus to move on from {node}')
        raise Missing(f'{role} called {name!r} is not reached by {key}; it went {seen[:12]} …')

    def tab_round(self, most=80):
        """All that Tab comes by until it is back where it began; it must come back."""
        seen = [self.focused()]
        for _ in range(most):
            self.press('Tab')
            self.wait(lambda: self.focused() != seen[-1], f'the focus to move on from {seen[-1]}')
            node = self.focused()
            if node == seen[0]:
                return seen
            seen.append(node)
        raise Missing(f'Tab does not come round: {seen}')

    def push(self, role=None, name=None, key='space'):
        """Goes to a button by Tab and pushes it."""
        self.tab_to(role, name)
        self.press(key)

    def choose_file(self, title, path):
        """Types a path into GTK's own file chooser."""
        self.wait_window(title)
        self.press('ctrl+a')
        self.type(str(path))
        self.press('Return')
        self.wait_window_gone(title)

    # The end

    def screenshot(self, name):
        self.shots.mkdir(parents=True, exist_ok=True)
        path = self.shots / f'{name}.png'
        subprocess.run(['import', '-window', 'root', str(path)], check=False)
        return path

    def titles(self):
        """All that the X server and the reader know the windows by."""
        tree = subprocess.run(['xwininfo', '-root', '-tree'], capture_output=True, check=True).stdout.decode()
        windows = re.findall(r'^\s+(0x[0-9a-f]+)', tree, re.MULTILINE)
        properties = [subprocess.run(['xprop', '-id', window], capture_output=True, check=False).stdout.decode()
                      for window in windows]
        return '\n'.join(properties + [window.name for window in self.windows])

    def complaints(self):
        """What GTK and its kin were unhappy with."""
        return [line for line in self.said if COMPLAINT.search(line)]

    def wait_end(self):
        self.process.wait(PATIENCE)
        self.listener.join(PATIENCE)
        assert self.process.returncode == 0, (self.process.returncode, self.said)
        assert not self.complaints(), self.complaints()

    def quit(self):
        """Ends the program by its own key; it must go quietly."""
        self.press('ctrl+q')
        self.wait_end()
