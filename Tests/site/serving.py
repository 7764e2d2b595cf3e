"""A host in the manner of the usual ones: a site below a path, its own page for what is missing."""

import contextlib
import functools
import http.server
import pathlib
import threading
import urllib.parse

BASE = "/some/base/"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder at `BASE`, and its `404.html` for everything else."""

    def do_GET(self):
        if self.file is None:
            body = (pathlib.Path(self.directory) / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            super().do_GET()

    @property
    def file(self):
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if not path.startswith(BASE):
            return None
        file = pathlib.Path(self.directory) / path.removeprefix(BASE)
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() else None

    def translate_path(self, path):
        return str(self.file)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def listening(handler):
    """The address of a server, without a slash at its end, while it answers with a handler."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        # It looks this often, in seconds, whether it is to end; by itself twice a second.
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@contextlib.contextmanager
def served(folder):
    """The address of a folder's site while it is served."""
    with listening(functools.partial(Handler, directory=str(folder))) as address:
        yield address + BASE
