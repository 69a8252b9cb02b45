/* A document's information, twice: as the classic dictionary and as XMP, which have to agree
 * (ISO 19005-2, 6.6). The XMP declares PDF/A-2a and PDF/UA-1; since PDF/A does not know the
 * latter's schema, it is described in the same packet. The output intent says what the colours
 * mean: sRGB. */

#include "config.h"

#include "tj-pdf-metadata.h"

#include "tj-pdf-ops.h"

#include <gio/gio.h>

#define PRODUCER "Tjugo " PACKAGE_VERSION
#define PROFILE_RESOURCE "/se/tjugo/Tjugo/colour/sRGB.icc"

/* Title, language, title, date, date, date, producer, producer. */
static const char xmp_packet[]
    = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
      " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
      " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
      " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
      "<dc:format>application/pdf</dc:format>\n"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
      "<rdf:li xml:lang=\"%s\">%s</rdf:li></rdf:Alt></dc:title>\n"
      "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
      "<xmp:CreateDate>%s</xmp:CreateDate>\n"
      "<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
      "<xmp:MetadataDate>%s</xmp:MetadataDate>\n"
      "<xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>\n"
      "<pdf:Producer>" PRODUCER "</pdf:Producer>\n"
      "<pdfaid:part>2</pdfaid:part>\n"
      "<pdfaid:conformance>A</pdfaid:conformance>\n"
      "<pdfuaid:part>1</pdfuaid:part>\n"
      "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
      "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
      "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
      "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
      "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
      "<pdfaProperty:name>part</pdfaProperty:name>\n"
      "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
      "<pdfaProperty:category>internal</pdfaProperty:category>\n"
      "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed"
      "</pdfaProperty:description>\n"
      "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
      "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
      "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
      "<?xpacket end=\"w\"?>";

static char *
format_instant (gint64 created, const char *format)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (created);

  return g_date_time_format (instant, format);
}

/* Returns: the object of the information dictionary */
guint
tj_pdf_metadata_write_info (TjPdfFile *file, const TjPaperInfo *info)
{
  g_autoptr (GString) out = g_string_new ("<</Title ");
  g_autofree char *date = format_instant (info->created, "D:%Y%m%d%H%M%SZ");
  guint object = tj_pdf_file_reserve (file);

  tj_ops_text_string (out, info->title);
  g_string_append_printf (
      out, "/Creator(" PRODUCER ")/Producer(" PRODUCER ")/CreationDate(%s)/ModDate(%s)>>", date,
      date);
  tj_pdf_file_put_plain (file, object, out);
  return object;
}

/* Returns: the object of the XMP packet */
guint
tj_pdf_metadata_write_xmp (TjPdfFile *file, const TjPaperInfo *info)
{
  g_autofree char *title = g_markup_escape_text (info->title, -1);
  g_autofree char *date = format_instant (info->created, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *packet = g_strdup_printf (xmp_packet, title, info->language, title,
                                             info->language, date, date, date);
  guint object = tj_pdf_file_reserve (file);

  tj_pdf_file_put_plain_stream (file, object, "/Type/Metadata/Subtype/XML", packet,
                                strlen (packet));
  return object;
}

/* Returns: the object of the output intent, 0 on failure */
guint
tj_pdf_metadata_write_output_intent (TjPdfFile *file, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) profile
      = g_resources_lookup_data (PROFILE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  guint object, stream;

  if (profile == NULL)
    return 0;
  object = tj_pdf_file_reserve (file);
  stream = tj_pdf_file_reserve (file);
  tj_pdf_file_put_stream (file, stream, "/N 3", g_bytes_get_data (profile, NULL),
                          g_bytes_get_size (profile));
  g_string_printf (out,
                   "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                   "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)"
                   "/DestOutputProfile %u 0 R>>",
                   stream);
  tj_pdf_file_put (file, object, out);
  return object;
}
