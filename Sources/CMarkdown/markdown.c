#include "cmarkdown.h"

#include <cmark.h>
#include <stdbool.h>
#include <string.h>

static void give(enum cmarkdown_event event, cmark_node *node, cmarkdown_taker take, void *context) {
  const char *words = cmark_node_get_literal(node);
  if (words != NULL) take(event, words, strlen(words), context);
}

void cmarkdown_walk(const char *bytes, size_t count, cmarkdown_taker take, void *context) {
  cmark_node *document = cmark_parse_document(bytes, count, CMARK_OPT_DEFAULT);
  if (document == NULL) return;
  cmark_iter *walk = cmark_iter_new(document);
  cmark_event_type step;
  while ((step = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(walk);
    bool opens = step == CMARK_EVENT_ENTER;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING: take(opens ? cmarkdown_heading : cmarkdown_end, NULL, 0, context); break;
    case CMARK_NODE_PARAGRAPH: take(opens ? cmarkdown_paragraph : cmarkdown_end, NULL, 0, context); break;
    case CMARK_NODE_ITEM: take(opens ? cmarkdown_item : cmarkdown_end, NULL, 0, context); break;
    case CMARK_NODE_IMAGE: take(opens ? cmarkdown_picture : cmarkdown_picture_end, NULL, 0, context); break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: give(cmarkdown_text, node, take, context); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: take(cmarkdown_line, NULL, 0, context); break;
    case CMARK_NODE_CODE_BLOCK: give(cmarkdown_literal, node, take, context); break;
    case CMARK_NODE_HTML_BLOCK: give(cmarkdown_html, node, take, context); break;
    default: break;
    }
  }
  cmark_iter_free(walk);
  cmark_node_free(document);
}
