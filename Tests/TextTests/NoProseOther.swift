/// Small logs, settings, patches, subtitles and encoded files, each with a word of what it is refused as.
enum NoProseOther {
  static let documents: [(kind: String, refusedAs: String, text: String)] = [
    (
      "log", "log",
      #"""
      2026-05-14T10:00:00Z INFO server started
      2026-05-14T10:00:01Z ERROR attack killed 12 processes
      2026-05-14T10:00:02Z INFO server stopped
      """#
    ),
    (
      "syslog", "log",
      #"""
      May 14 10:00:00 gao kernel: Killed process 12 (java)
      May 14 10:00:01 gao sshd[7]: Accepted publickey for root
      May 14 10:00:02 gao systemd[1]: Started Session 3.
      """#
    ),
    (
      "access log", "log",
      #"""
      192.0.2.1 - - [14/May/2026:10:00:00 +0000] "GET /attack HTTP/1.1" 200 12
      192.0.2.2 - - [14/May/2026:10:00:01 +0000] "GET /killed HTTP/1.1" 404 7
      """#
    ),
    (
      "logfmt", "log",
      #"""
      time=2026-05-14T10:00:00Z level=info msg="attack killed 12"
      time=2026-05-14T10:00:01Z level=warn msg="12 killed"
      """#
    ),
    (
      "git diff", "patch",
      #"""
      diff --git a/report.txt b/report.txt
      index 1..2 100644
      --- a/report.txt
      +++ b/report.txt
      @@ -1 +1 @@
      -Twelve soldiers were killed in Gao.
      +Fifteen soldiers were killed in Gao.
      """#
    ),
    (
      "diff", "patch",
      #"""
      --- old.txt	2026-05-14
      +++ new.txt	2026-05-15
      @@ -1,2 +1,2 @@
      -Twelve soldiers were killed in Gao.
      +Fifteen soldiers were killed in Gao.
       The army said so.
      """#
    ),
    (
      "ini", "settings",
      #"""
      ; attack settings
      [attack]
      place = Gao
      killed = 12

      [claim]
      by = ISIS
      """#
    ),
    (
      "toml", "settings",
      #"""
      title = "Attack in Gao"

      [killed]
      soldiers = 12
      civilians = [3, 4]
      """#
    ),
    (
      "yaml", "settings",
      #"""
      ---
      attack:
        place: Gao
        killed: 12
        weapons:
          - bomb
          - rifle
      """#
    ),
    (
      "yaml without a mark", "settings",
      #"""
      place: Gao
      killed: 12
      sources:
        - police
        - army
      """#
    ),
    (
      "properties", "settings",
      #"""
      # attack
      attack.place=Gao
      attack.killed=12
      attack.claimed=true
      """#
    ),
    (
      "env", "settings",
      #"""
      SPOOL=/srv/dispaccio
      KILLED=12
      export PLACE=Gao
      """#
    ),
    (
      "srt", "subtitles",
      #"""
      1
      00:00:01,000 --> 00:00:04,000
      Twelve soldiers were killed in Gao.

      2
      00:00:05,000 --> 00:00:08,000
      The army has sent reinforcements.
      """#
    ),
    (
      "vtt", "subtitles",
      #"""
      WEBVTT

      00:01.000 --> 00:04.000
      Twelve soldiers were killed in Gao.
      """#
    ),
    (
      "latex", "typesetting",
      #"""
      \documentclass{article}
      \begin{document}
      \section{Attack}
      Twelve soldiers were killed in Gao.
      \end{document}
      """#
    ),
    (
      "latex in part", "typesetting",
      #"""
      \section{Attack in Gao}
      Twelve soldiers were killed in Gao \cite{reuters}.
      \begin{itemize}
      \item Three were wounded.
      \end{itemize}
      """#
    ),
    (
      "man page", "typesetting",
      #"""
      .TH ATTACK 1
      .SH NAME
      attack \- kills processes
      .SH SYNOPSIS
      .B attack
      .I name
      """#
    ),
    (
      "postscript", "PostScript",
      #"""
      %!PS-Adobe-3.0
      /Helvetica findfont 12 scalefont setfont
      72 720 moveto (Twelve killed in Gao) show
      showpage
      """#
    ),
    (
      "rtf", "RTF",
      #"""
      {\rtf1\ansi Twelve soldiers were killed in Gao.\par}
      """#
    ),
    (
      "base64", "encoded",
      #"""
      VHdlbHZlIHNvbGRpZXJzIHdlcmUga2lsbGVkIGluIEdhbyBvbiBNb25kYXksIHBvbGljZSBz
      YWlkLiBUaGUgYXJteSBoYXMgc2VudCByZWluZm9yY2VtZW50cyB0byB0aGUgdG93bi4gTm9i
      b2R5IGNsYWltZWQgdGhlIGF0dGFjayA4NzE2Lgo=
      """#
    ),
    (
      "uuencode", "encoded",
      #"""
      begin 644 report.txt
      M5'=E;'9E('-O;&1I97)S('=E<F4@:VEL;&5D(&EN($=A;R!O;B!-;VYD87DL
      (<&]L:6-E"@``
      `
      end
      """#
    ),
    (
      "pgp message", "encoded",
      #"""
      -----BEGIN PGP MESSAGE-----

      hQEMA7e8Yp4m1c2zAQf/U2FsdGVkX1+4v7mF0Yk2w8bqfQ0z1n7xB5m6Z9pVb0e3
      T1rYw2nJ8s5Kq4h6Lx0Ud7Gc9Fv3Ea1Xb5Zm7Nt8Po2Qi4=
      =abcd
      -----END PGP MESSAGE-----
      """#
    ),
    (
      "pem", "encoded",
      #"""
      -----BEGIN CERTIFICATE-----
      MIIBszCCAVmgAwIBAgIUE7r0c9vS9t1lXw0pQ2r3yK8m5bAwCgYIKoZIzj0EAwIw
      -----END CERTIFICATE-----
      """#
    ),
    (
      "hex dump", "encoded",
      #"""
      00000000: 5477 656c 7665 2073 6f6c 6469 6572 7320  Twelve soldiers 
      00000010: 7765 7265 206b 696c 6c65 6420 696e 2047  were killed in G
      """#
    ),
    (
      "systemd unit", "settings",
      #"""
      [Unit]
      Description=Attack

      [Service]
      ExecStart=/usr/bin/attack
      Restart=always
      """#
    ),
    (
      "wiki table log", "log",
      #"""
      [2026-05-14 10:00:00] attack.ERROR: 12 killed {"place":"Gao"}
      [2026-05-14 10:00:01] attack.INFO: done []
      """#
    ),
  ]
}
