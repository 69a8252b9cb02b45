#!/usr/bin/python3
"""A real mail merge, as a whole command: starts LibreOffice without a window, registers letters.csv in
the given folder as a data source, merges it with letter.fodt into out.pdf, and ends LibreOffice."""
import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    entry = PropertyValue()
    entry.Name, entry.Value = name, content
    return entry


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(1200):
        try:
            return resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
        except NoConnectException:
            time.sleep(0.05)
    raise SystemExit('LibreOffice did not start')


def register(context, folder):
    """The folder's CSV files become the data source TjugoBench."""
    databases = context.ServiceManager.createInstanceWithContext('com.sun.star.sdb.DatabaseContext', context)
    if databases.hasByName('TjugoBench'):
        databases.revokeObject('TjugoBench')
    source = databases.createInstance()
    source.URL = 'sdbc:flat:' + folder.as_uri()
    source.Info = (value('Extension', 'csv'), value('HeaderLine', True), value('FieldDelimiter', ','), value('StringDelimiter', '"'),
                   value('CharSet', 'UTF-8'))
    source.DatabaseDocument.storeAsURL((folder / 'source.odb').as_uri(), ())
    databases.registerObject('TjugoBench', source)


def merge(context, folder):
    job = context.ServiceManager.createInstanceWithContext('com.sun.star.text.MailMerge', context)
    job.DocumentURL = (folder / 'letter.fodt').as_uri()
    job.DataSourceName, job.CommandType, job.Command = 'TjugoBench', 0, 'letters'
    job.OutputType, job.OutputURL = 2, folder.as_uri()
    job.SaveAsSingleFile, job.SaveFilter = True, 'writer_pdf_Export'
    job.FileNamePrefix, job.FileNameFromColumn = 'out', False
    job.execute(())


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    for old in folder.glob('out*.pdf'):
        old.unlink()
    office = subprocess.Popen(['soffice', '--headless', '--norestore', '--nologo', '--nodefault',
                               f'-env:UserInstallation={(folder / "profile").as_uri()}', '--accept=pipe,name=tjugobench;urp;'], start_new_session=True)
    try:
        context = connect('tjugobench')
        register(context, folder)
        merge(context, folder)
        desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        try:
            desktop.terminate()
        except Exception:  # the bridge falls with the office
            pass
        office.wait(60)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
    if not list(folder.glob('out*.pdf')):
        raise SystemExit('the mail merge made no file')


main()
