/// Formats whose first line says what they are.
enum Opening {
  private static let known: [(String, TextFormat)] = [
    ("{\\rtf", .rtf), ("%!PS", .postScript), ("<?xml", .xml), ("<?php", .code), ("<rss", .xml), ("<feed", .xml),
    ("<svg", .xml), ("<!doctype html", .webPage), ("<!doctype", .xml), ("begin:vcalendar", .calendar),
    ("begin:vevent", .calendar), ("begin:vcard", .contact), ("#!/", .code), ("WEBVTT", .subtitles),
    ("[script info]", .subtitles), ("diff --git ", .patch), ("-----begin ", .encoded), ("<~", .encoded),
    ("\\documentclass", .typesetting), ("\\documentstyle", .typesetting), ("@startuml", .code), ("%yaml ", .settings),
  ]

  /// The format that the first line with something on it names.
  static func format(_ head: Head) -> TextFormat? {
    guard let first = head.lines.first else { return nil }
    // A signed report is a report.
    if first.begins("-----BEGIN PGP SIGNED MESSAGE") { return nil }
    return known.first { first.begins($0.0, anyCase: true) }?.1
  }
}
