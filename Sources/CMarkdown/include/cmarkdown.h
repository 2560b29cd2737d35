// A narrow way into cmark, the reference parser of CommonMark. No header of cmark may be included here, so that Swift
// needs none to import this.
#pragma once

#include <stddef.h>

#pragma clang assume_nonnull begin

/// What a walk over a document meets, in the order of the text.
enum cmarkdown_event {
  cmarkdown_heading,
  cmarkdown_paragraph,
  cmarkdown_item,
  /// The end of the heading, paragraph or item opened last.
  cmarkdown_end,
  /// Words, without any marks; entities are what they stand for.
  cmarkdown_text,
  /// The end of a line inside a paragraph.
  cmarkdown_line,
  /// Lines that stand for themselves, indented or fenced.
  cmarkdown_literal,
  /// Lines of HTML.
  cmarkdown_html,
  /// The words of a picture begin, and end.
  cmarkdown_picture,
  cmarkdown_picture_end,
};

/// Takes what is met; `bytes` are only there during the call, and null where an event has no words.
typedef void (*cmarkdown_taker)(enum cmarkdown_event event, const char *_Nullable bytes, size_t count,
                                void *_Nullable context);

/// Walks the Markdown of valid UTF-8. Without recursion, however deep a document nests. Any thread may call.
void cmarkdown_walk(const char *bytes, size_t count, cmarkdown_taker take, void *_Nullable context);

#pragma clang assume_nonnull end
