// A narrow way into libxml2's streaming reader: one node of a document at a time, whatever its size. No header of libxml2
// may be included here, so that Swift needs none to import this.
#pragma once

#include <stdbool.h>

#pragma clang assume_nonnull begin

/// What a reader has come to.
enum cxml_event {
  cxml_end_of_document,
  cxml_element,
  cxml_end_of_element,
  cxml_text,
  /// The document is not well-formed; see ``cxml_message``.
  cxml_failure,
};

struct cxml_reader;

/// Gives up to `count` bytes into `buffer` and says how many; 0 at the end, -1 if that failed.
typedef int (*cxml_source)(void *_Nullable context, char *buffer, int count);

/// Begins to read what `source` gives. Nothing is fetched from elsewhere: no network, no document types, no entities of the
/// document's own. Null if there is no memory. Belongs to one thread.
struct cxml_reader *_Nullable cxml_open(cxml_source source, void *_Nullable context);

/// Goes on to the next node.
enum cxml_event cxml_next(struct cxml_reader *reader);

/// The name of the element at hand without its prefix; stays until the next step.
const char *cxml_name(struct cxml_reader *reader);

/// Whether the element at hand has no content and no end of its own.
bool cxml_is_empty(struct cxml_reader *reader);

/// The value of an attribute of the element at hand, or null; to be let go with ``cxml_free``.
char *_Nullable cxml_attribute(struct cxml_reader *reader, const char *name);

/// The words of the text at hand; stay until the next step.
const char *cxml_value(struct cxml_reader *reader);

/// The line that was read last, and what libxml2 says of a failure.
int cxml_line(struct cxml_reader *reader);
const char *cxml_message(struct cxml_reader *reader);

void cxml_free(char *text);
void cxml_close(struct cxml_reader *reader);

#pragma clang assume_nonnull end
