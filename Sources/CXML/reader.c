#include "cxml.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

struct cxml_reader {
  xmlTextReaderPtr reader;
  int line;
  char message[256];
};

static void note(void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr locator) {
  struct cxml_reader *reader = context;
  if (severity == XML_PARSER_SEVERITY_WARNING || reader->message[0] != 0) return;
  reader->line = xmlTextReaderLocatorLineNumber(locator);
  strncpy(reader->message, message, sizeof reader->message - 1);
  size_t count = strlen(reader->message);
  while (count > 0 && reader->message[count - 1] == '\n') reader->message[--count] = 0;
}

struct cxml_reader *cxml_open(cxml_source source, void *context) {
  struct cxml_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->reader = xmlReaderForIO(source, NULL, context, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  if (reader->reader == NULL) {
    free(reader);
    return NULL;
  }
  xmlTextReaderSetErrorHandler(reader->reader, note, reader);
  return reader;
}

enum cxml_event cxml_next(struct cxml_reader *reader) {
  for (;;) {
    int result = xmlTextReaderRead(reader->reader);
    if (result == 0 && reader->message[0] == 0) return cxml_end_of_document;
    if (result != 1) return cxml_failure;
    switch (xmlTextReaderNodeType(reader->reader)) {
      case XML_READER_TYPE_ELEMENT: return cxml_element;
      case XML_READER_TYPE_END_ELEMENT: return cxml_end_of_element;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA: return cxml_text;
      default: break;
    }
  }
}

const char *cxml_name(struct cxml_reader *reader) {
  const xmlChar *name = xmlTextReaderConstLocalName(reader->reader);
  return name == NULL ? "" : (const char *)name;
}

bool cxml_is_empty(struct cxml_reader *reader) { return xmlTextReaderIsEmptyElement(reader->reader) == 1; }

char *cxml_attribute(struct cxml_reader *reader, const char *name) {
  return (char *)xmlTextReaderGetAttribute(reader->reader, (const xmlChar *)name);
}

const char *cxml_value(struct cxml_reader *reader) {
  const xmlChar *value = xmlTextReaderConstValue(reader->reader);
  return value == NULL ? "" : (const char *)value;
}

int cxml_line(struct cxml_reader *reader) {
  int line = xmlTextReaderGetParserLineNumber(reader->reader);
  return reader->message[0] != 0 && reader->line > 0 ? reader->line : line;
}

const char *cxml_message(struct cxml_reader *reader) { return reader->message; }

void cxml_free(char *text) { xmlFree(text); }

void cxml_close(struct cxml_reader *reader) {
  xmlFreeTextReader(reader->reader);
  free(reader);
}
