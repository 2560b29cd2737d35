/// Small files of markup, data and mail, each with a word of what it is refused as.
enum NoProseData {
  static let documents: [(kind: String, refusedAs: String, text: String)] = [
    (
      "html page", "web page",
      #"""
      <!DOCTYPE html>
      <html><head><title>Attack in Gao</title>
      <script>var killed = 40;</script></head>
      <body><p>Twelve soldiers were killed in Gao on Monday, police said.</p></body></html>
      """#
    ),
    (
      "html with a script alone", "web page",
      #"""
      <p>News</p>
      <script>var killed = 40;</script>
      """#
    ),
    (
      "html of long paragraphs", "web page",
      #"""
      <div class="story">
      <h1>Attacco a Gao</h1>
      <p>Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. Dodici soldati sono stati uccisi in un attacco a Gao, nel nord del Mali, ha detto la polizia. </p>
      <p>Il governo ha condannato la strage e ha promesso una risposta. Il governo ha condannato la strage e ha promesso una risposta. Il governo ha condannato la strage e ha promesso una risposta. Il governo ha condannato la strage e ha promesso una risposta. Il governo ha condannato la strage e ha promesso una risposta. Il governo ha condannato la strage e ha promesso una risposta. Il governo ha condannato la strage e ha promesso una risposta. Il governo ha condannato la strage e ha promesso una risposta. </p>
      </div>
      """#
    ),
    (
      "xml", "XML",
      #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <report><place>Gao</place><killed>12</killed></report>
      """#
    ),
    (
      "rss", "XML",
      #"""
      <rss version="2.0"><channel><title>News</title><item><title>Twelve killed in Gao</title><description>Twelve soldiers were killed in Gao.</description></item></channel></rss>
      """#
    ),
    (
      "atom", "XML",
      #"""
      <?xml version="1.0"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Twelve killed</title></entry></feed>
      """#
    ),
    (
      "svg", "XML",
      #"""
      <svg xmlns="http://www.w3.org/2000/svg" width="10"><text x="1">12 killed</text></svg>
      """#
    ),
    (
      "xml without a head", "XML",
      #"""
      <events>
        <event id="1"><place>Gao</place><dead>12</dead></event>
        <event id="2"><place>Kidal</place><dead>3</dead></event>
      </events>
      """#
    ),
    (
      "json", "JSON",
      #"""
      {"place": "Gao", "killed": 12, "text": "Twelve soldiers were killed in Gao."}
      """#
    ),
    (
      "json over lines", "JSON",
      #"""
      {
        "events": [
          {"place": "Gao", "killed": 12},
          {"place": "Kidal", "killed": 3}
        ]
      }
      """#
    ),
    (
      "json array", "JSON",
      #"""
      [
        {"luogo": "Gao", "morti": 12, "testo": "Dodici soldati sono stati uccisi a Gao."},
        {"luogo": "Kidal", "morti": 3}
      ]
      """#
    ),
    (
      "json array of strings", "JSON",
      #"""
      ["Twelve soldiers were killed in Gao.", "Three were wounded in Kidal."]
      """#
    ),
    (
      "json lines", "JSON lines",
      #"""
      {"text": "Twelve soldiers were killed in Gao."}
      {"text": "Three were wounded in Kidal."}
      {"text": "Nobody claimed the attack."}
      """#
    ),
    (
      "broken json", "JSON",
      #"""
      {"place": "Gao", "killed": 12, "text": "Twelve soldiers were ki
      """#
    ),
    (
      "geojson", "JSON",
      #"""
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[-0.04,16.27]},"properties":{"killed":12}}]}
      """#
    ),
    (
      "csv", "table",
      #"""
      date,place,killed
      2026-05-14,Gao,12
      2026-05-15,Kidal,3
      """#
    ),
    (
      "csv with sentences", "table",
      #"""
      id,text,source
      1,"Twelve soldiers were killed in Gao, police said.",Reuters
      2,"Three people were wounded, a doctor said.",AFP
      """#
    ),
    (
      "csv with semicolons", "table",
      #"""
      data;luogo;morti
      14/05/2026;Gao;12
      15/05/2026;Kidal;3
      """#
    ),
    (
      "tsv", "table",
      #"""
      date	place	killed
      2026-05-14	Gao	12
      2026-05-15	Kidal	3
      """#
    ),
    (
      "csv of two lines", "table",
      #"""
      date,place,killed
      2026-05-14,Gao,12
      """#
    ),
    (
      "eml", "mail",
      #"""
      From: Analyzer <analyzer@example.org>
      To: all@example.org
      Subject: Attack in Gao
      Date: Thu, 14 May 2026 10:00:00 +0000
      Message-ID: <1@example.org>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      Twelve soldiers were killed in Gao on Monday, police said.
      """#
    ),
    (
      "plain eml", "mail",
      #"""
      From: analyzer@example.org
      To: all@example.org
      Subject: Attack in Gao

      Twelve soldiers were killed in Gao on Monday, police said. The army has sent reinforcements to the town.
      """#
    ),
    (
      "eml with a path", "mail",
      #"""
      Return-Path: <analyzer@example.org>
      Received: from mail.example.org (mail.example.org [192.0.2.1])
      	by mx.example.org with ESMTP id 4711;
      	Thu, 14 May 2026 10:00:00 +0000
      From: analyzer@example.org
      Subject: Gao

      Twelve soldiers were killed in Gao.
      """#
    ),
    (
      "mbox", "mail",
      #"""
      From analyzer@example.org Thu May 14 10:00:00 2026
      From: analyzer@example.org
      Subject: Gao

      Twelve soldiers were killed in Gao.

      From analyzer@example.org Thu May 14 11:00:00 2026
      From: analyzer@example.org
      Subject: Kidal

      Three people were wounded in Kidal.
      """#
    ),
    (
      "ics", "calendar",
      #"""
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      SUMMARY:Attack in Gao
      DTSTART:20260514T100000Z
      END:VEVENT
      END:VCALENDAR
      """#
    ),
    (
      "vcard", "contact",
      #"""
      BEGIN:VCARD
      VERSION:3.0
      FN:Mario Rossi
      ORG:Army
      END:VCARD
      """#
    ),
    (
      "jupyter", "JSON",
      #"""
      {
       "cells": [
        {
         "cell_type": "markdown",
         "source": ["Twelve soldiers were killed in Gao."]
        }
       ],
       "nbformat": 4
      }
      """#
    ),
    (
      "markdown only in html", "web page",
      #"""
      <table>
      <tr><td>Gao</td><td>12 killed</td></tr>
      <tr><td>Kidal</td><td>3 killed</td></tr>
      </table>
      """#
    ),
    (
      "html fragment", "web page",
      #"""
      <p>Twelve soldiers were killed in Gao.</p><p>Three were wounded.</p><p>The army said so.</p>
      """#
    ),
    (
      "kml", "XML",
      #"""
      <?xml version="1.0"?><kml><Placemark><name>Gao: 12 killed</name></Placemark></kml>
      """#
    ),
  ]
}
