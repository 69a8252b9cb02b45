"""What else prints a batch of letters: LibreOffice's mail merge, which a coordinator uses today, and the
typesetters WeasyPrint, pdflatex and groff. Each is given the same names, addresses and four paragraphs."""
import csv
import html
import os
import pathlib
import sys

import people

HERE = pathlib.Path(__file__).parent
PARAGRAPHS = (
    'Hej! Jag skriver till dig för att du inte går i gymnasieskolan just nu. Kommunen har ett ansvar för alla som är under 20 år '
    'och som inte studerar på gymnasiet. Det kallas kommunernas aktivitetsansvar och står i skollagen (29 kap. 9 §).',
    'Vi vill gärna veta vad du gör i dag. Kanske arbetar du, praktiserar eller läser någon annanstans. Då räcker det att du hör av '
    'dig och berättar det, så vet vi. Har du inget särskilt för dig kan vi hjälpa dig att hitta något som passar.',
    'Vi kan till exempel prata om att börja studera igen, om praktik, om jobb eller om något helt annat. Du bestämmer själv om du '
    'vill vara med, och det kostar ingenting. Allt vi pratar om stannar hos oss.',
    'Ring, skicka ett sms eller mejla mig så snart du kan, helst inom två veckor. Hör du inte av dig försöker jag nå dig igen. '
    'Du är också välkommen att besöka oss på Centrumgatan 17. Jag ser fram emot att höra från dig!',
)


def addressees(count):
    for _, last, first, street, code, town, *_ in people.rows(count):
        yield {'name': f'{first} {last}', 'street': street, 'place': f'{code} {town}'}


class MailMerge:
    name = 'LibreOffice, mail merge'

    def prepare(self, folder, count):
        with open(folder / 'letters.csv', 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, ('name', 'street', 'place'))
            writer.writeheader()
            writer.writerows(addressees(count))
        def field(column):
            return (f'<text:p><text:database-display text:table-name="letters" text:table-type="table" text:column-name="{column}" '
                    f'text:database-name="TjugoBench">{column}</text:database-display></text:p>')
        body = ''.join(map(field, ('name', 'street', 'place'))) + '<text:p/>' * 4
        body += ''.join(f'<text:p>{html.escape(p)}</text:p><text:p/>' for p in PARAGRAPHS)
        (folder / 'letter.fodt').write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
            f'{body}</office:text></office:body></office:document>', encoding='utf-8')
        return ['/usr/bin/python3', str(HERE / 'mail_merge.py'), str(folder)]


class WeasyPrint:
    name = 'WeasyPrint'

    def prepare(self, folder, count):
        pages = ''.join(
            f'<section><address>{a["name"]}<br>{a["street"]}<br>{a["place"]}</address>' + ''.join(f'<p>{p}</p>' for p in PARAGRAPHS) + '</section>'
            for a in addressees(count))
        (folder / 'letters.html').write_text(
            '<!doctype html><html lang=sv><meta charset=utf-8><title>Brev</title><style>@page{size:A4;margin:25mm}'
            'section{break-after:page}address{margin:20mm 0 20mm 85mm;font-style:normal}body{font:11pt "Noto Sans"}</style>' + pages, encoding='utf-8')
        return ['weasyprint', str(folder / 'letters.html'), str(folder / 'out.pdf')]


class PdfLatex:
    name = 'pdflatex'

    def prepare(self, folder, count):
        text = '\n\n'.join(PARAGRAPHS).replace('§', r'\S{}')
        pages = '\n'.join(f'\\letterto{{{a["name"]}}}{{{a["street"]}}}{{{a["place"]}}}' for a in addressees(count))
        (folder / 'letters.tex').write_text(
            '\\documentclass[11pt,a4paper]{article}\n\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\usepackage[swedish]{babel}\n'
            '\\usepackage[margin=25mm]{geometry}\\pagestyle{empty}\\setlength\\parindent{0pt}\\setlength\\parskip{8pt}\n'
            '\\newcommand\\letterto[3]{\\hspace*{85mm}\\begin{tabular}[t]{l}#1\\\\#2\\\\#3\\end{tabular}\\vspace{20mm}\\par ' + text + '\\newpage}\n'
            '\\begin{document}\n' + pages + '\n\\end{document}\n', encoding='utf-8')
        return ['pdflatex', '-interaction=batchmode', f'-output-directory={folder}', '-jobname=out', str(folder / 'letters.tex')]


class Groff:
    name = 'groff'

    def prepare(self, folder, count):
        text = '\n.sp\n'.join(PARAGRAPHS)
        pages = ''.join(f'.in 8.5c\n{a["name"]}\n.br\n{a["street"]}\n.br\n{a["place"]}\n.br\n.in 0\n.sp 4\n.ad l\n{text}\n.bp\n' for a in addressees(count))
        (folder / 'letters.roff').write_text('.ll 16c\n.pl 29.7c\n.ps 11\n.vs 14\n' + pages, encoding='utf-8')
        return ['sh', '-c', 'exec groff -k -Tpdf -P-pa4 "$0" >"$1"', str(folder / 'letters.roff'), str(folder / 'out.pdf')]


PEERS = {'mail-merge': MailMerge, 'weasyprint': WeasyPrint, 'pdflatex': PdfLatex, 'groff': Groff}


if __name__ == '__main__':  # by hand: letter_peers.py PEER COUNT FOLDER
    target = pathlib.Path(sys.argv[3])
    target.mkdir(parents=True, exist_ok=True)
    command = PEERS[sys.argv[1]]().prepare(target, int(sys.argv[2]))
    os.execvp(command[0], command)
