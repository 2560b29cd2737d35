/// Small programs, each with a word of what it is refused as.
enum NoProseCode {
  static let documents: [(kind: String, refusedAs: String, text: String)] = [
    (
      "swift", "code",
      #"""
      import Foundation

      /// Counts the dead of an attack.
      struct Attack {
        let killed: Int
        var text: String { "\(killed) people were killed" }
      }

      func report(_ attack: Attack) -> String {
        return attack.text
      }
      """#
    ),
    (
      "python", "code",
      #"""
      #!/usr/bin/env python3
      import json

      def killed(report):
          """Twelve soldiers were killed in Gao."""
          return report["killed"]

      print(killed({"killed": 12}))
      """#
    ),
    (
      "python without a shebang", "code",
      #"""
      import os
      from json import loads

      # Twelve soldiers were killed in Gao.
      def attack(place, killed=12):
          for name in place:
              print("Twelve soldiers were killed in Gao")
          return killed
      """#
    ),
    (
      "c", "code",
      #"""
      #include <stdio.h>

      /* Twelve soldiers were killed. */
      int main(void) {
        printf("12 soldiers were killed in Gao\n");
        return 0;
      }
      """#
    ),
    (
      "javascript", "code",
      #"""
      var killed = 40;
      function attack(place) {
        console.log("40 people were killed in " + place);
      }
      attack("Gao");
      """#
    ),
    (
      "one line of javascript", "code",
      #"""
      var killed = 40;
      """#
    ),
    (
      "typescript", "code",
      #"""
      export interface Attack {
        place: string;
        killed: number;
      }

      export const attacks: Attack[] = [{ place: "Gao", killed: 12 }];
      """#
    ),
    (
      "shell", "code",
      #"""
      set -e
      killed=12
      for place in Gao Kidal; do
        echo "$killed soldiers were killed in $place"
      done
      """#
    ),
    (
      "sql", "code",
      #"""
      CREATE TABLE attacks (place TEXT, killed INTEGER);
      INSERT INTO attacks VALUES ('Gao', 12);
      INSERT INTO attacks VALUES ('Kidal', 3);
      SELECT place, SUM(killed) FROM attacks GROUP BY place;
      """#
    ),
    (
      "css", "style sheet",
      #"""
      body {
        color: red;
        font-size: 12px;
      }
      .killed {
        display: none;
      }
      """#
    ),
    (
      "java", "code",
      #"""
      package org.example;

      import java.util.List;

      public class Attack {
        private final int killed = 12;

        public int killed() {
          return killed;
        }
      }
      """#
    ),
    (
      "rust", "code",
      #"""
      fn main() {
          let killed = 12;
          println!("{} soldiers were killed in Gao", killed);
      }
      """#
    ),
    (
      "go", "code",
      #"""
      package main

      import "fmt"

      func main() {
      	killed := 12
      	fmt.Println(killed, "soldiers were killed in Gao")
      }
      """#
    ),
    (
      "php", "code",
      #"""
      <?php
      $killed = 12;
      echo "$killed soldiers were killed in Gao";
      """#
    ),
    (
      "ruby", "code",
      #"""
      require "json"

      class Attack
        def initialize(place, killed)
          @place = place
          @killed = killed
        end
      end

      puts Attack.new("Gao", 12)
      """#
    ),
    (
      "makefile", "code",
      #"""
      CC = gcc
      all: attack

      attack: attack.o
      	$(CC) -o attack attack.o
      """#
    ),
    (
      "nginx", "code",
      #"""
      server {
        listen 80;
        server_name example.org;
        location / {
          root /srv/attack;
        }
      }
      """#
    ),
    (
      "bibtex", "code",
      #"""
      @article{rossi2026,
        title = {Twelve killed in Gao},
        author = {Mario Rossi},
        year = {2026}
      }
      """#
    ),
    (
      "kotlin", "code",
      #"""
      data class Attack(val place: String, val killed: Int)

      fun main() {
          println(Attack("Gao", 12))
      }
      """#
    ),
    (
      "dockerfile", "code",
      #"""
      FROM debian:12
      RUN apt-get update && apt-get install -y swift
      COPY . /srv
      CMD ["dispaccio", "run"]
      """#
    ),
    (
      "perl", "code",
      #"""
      use strict;
      my $killed = 12;
      print "$killed soldiers were killed in Gao\n";
      """#
    ),
    (
      "r", "code",
      #"""
      killed <- c(12, 3, 7)
      places <- c("Gao", "Kidal", "Mopti")
      barplot(killed, names.arg = places)
      """#
    ),
    (
      "lua", "code",
      #"""
      local killed = 12
      for i = 1, killed do
        print("a soldier was killed in Gao")
      end
      """#
    ),
    (
      "powershell", "code",
      #"""
      $killed = 12
      foreach ($place in "Gao", "Kidal") {
        Write-Host "$killed soldiers were killed in $place"
      }
      """#
    ),
  ]
}
