// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/digit_styles.h"

#include <array>

namespace digitlab {
namespace {

using Styles = std::vector<DigitStyle>;

DigitStyle style(const char* name, double weight, const char* path) {
    return {name, parseGlyph(path), weight};
}

Styles zero() {
    return {
        style("plain", 4, "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0"),
        style("clockwise", 1, "26,2 50,12 60,50 50,88 28,100 8,86 0,50 9,15 34,0"),
        style("overlapping", 2, "44,8 30,0 9,15 0,50 9,86 30,100 52,86 60,50 50,16 30,4 12,14"),
        style("beginning inside", 1, "48,26 36,6 14,8 0,50 9,86 30,100 52,86 60,50 54,14 34,-2"),
        style("open", 1, "36,2 12,10 0,50 9,86 30,100 52,86 60,52 54,22 44,8"),
        style("slashed", 1.5, "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0 | 52,14 8,86"),
        style("crossed", 1, "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0 | 68,-4 -8,104"),
        style("slashed without lifting the pen", 0.7,
              "40,4 14,8 0,50 9,86 30,100 52,86 60,50 54,12! 8,88"),
        style("with a tail", 0.7, "30,4 8,20 0,54 10,90 30,100 54,84 60,46 48,10 28,0 30,12 52,8"),
        style("slashed upright", 0.7,
              "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0 | 34,-8 27,108"),
        style("slashed short", 0.5,
              "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0 | 40,34 22,66"),
        style("slashed the other way", 0.4,
              "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0 | 6,6 56,94"),
        style("ending inside", 1.2, "46,-2 14,8 0,50 10,90 34,100 56,84 60,52 48,20 24,14 10,24"),
        style("begun inside", 0.8, "30,20 46,8 24,0 4,20 0,56 14,94 40,98 58,70 58,32 44,8"),
        style("open at its left", 0.6, "4,18 26,0 52,14 60,50 50,86 26,100 6,84 2,52"),
        style("open at its right", 0.6, "52,20 34,0 10,12 0,50 10,88 34,100 54,84 58,56"),
        style("slashed far", 0.7,
              "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0 | 76,-20 -16,120"),
        style("slashed upright and far", 0.6,
              "34,0 10,14 0,50 9,86 30,100 52,86 60,50 51,14 33,0 | 38,-24 22,124"),
        style("with a flag", 0.6, "2,-8 30,4 8,20 0,56 14,96 44,96 60,60 50,22 30,6"),
    };
}

Styles one() {
    return {
        style("plain", 4, "30,0 30,100"),
        style("curved", 1, "34,0 28,50 30,100"),
        style("with flag", 3, "6,28 30,0! 30,100"),
        style("with long flag", 1.5, "-12,46 30,0! 30,100"),
        style("with short flag", 1.5, "20,10 30,0! 30,100"),
        style("with curved flag", 1, "4,30 18,20 30,0! 29,100"),
        style("with flag and base", 2.5, "8,25 30,0! 30,100 | 2,100 58,100"),
        style("with long flag and base", 1, "-8,40 30,0! 30,100 | -4,100 62,100"),
        style("with short flag and base", 1.5, "19,11 30,0! 30,100 | 8,100 52,100"),
        style("with base", 1, "30,0 30,100 | 6,100 54,100"),
        style("with flag and base without lifting the pen", 0.8, "8,25 30,0! 30,98! 4,100! 58,99"),
        style("with flag and foot", 0.5, "8,25 30,0! 30,92 40,100 52,96"),
        style("with serif", 0.7, "12,8 30,2! 30,100"),
        style("with flag as long as its stem", 1.2, "-34,78 30,0! 30,100"),
        style("with round foot", 0.8, "30,0 27,84 34,98 46,94"),
        style("with steep flag", 1.2, "16,40 30,0! 30,100"),
        style("retraced from below", 0.4, "26,100 31,0! 34,100"),
        style("with flag and detached base", 0.7, "6,28 30,0! 30,92 | 0,104 60,102"),
        style("with curved long flag", 0.4, "-20,48 4,30 30,0! 26,100"),
        style("with flag along its stem", 0.8, "20,54 31,0! 30,100"),
        style("with upturned foot", 0.5, "28,0 24,66 28,98 48,84"),
    };
}

Styles two() {
    return {
        style("plain", 3, "3,22 14,4 36,0 52,16 44,46 0,98! 60,98"),
        style("with hook", 1.5, "6,30 2,16 20,0 46,6 50,28 36,58 0,98! 60,97"),
        style("with loop", 3, "4,22 18,2 42,2 52,20 40,56 14,90 2,94 4,82 18,82 38,98 62,92"),
        style("with large loop", 1, "4,22 18,2 42,2 52,20 42,56 18,94 2,98 0,78 16,72 38,96 64,92"),
        style("with small loop", 1, "4,20 20,0 46,4 50,24 34,62 8,96 2,92 14,88 36,98 62,95"),
        style("with flat base", 1, "4,18 24,0 50,10 48,36 22,76 0,100! 62,100"),
        style("with wavy base", 1.5, "4,20 22,0 48,8 48,34 26,72 0,96! 18,88 40,98 62,90"),
        style("like z", 1.5, "2,6 50,2! 0,98! 58,98"),
        style("rounded z", 1, "2,10 22,2 48,4 46,22 0,98! 58,96"),
        style("with round foot", 1, "4,20 22,0 48,8 46,36 16,76 4,96 20,100 58,98"),
        style("with curled start", 0.8, "16,24 4,24 8,6 32,0 50,16 42,46 0,98! 60,97"),
        style("leaning on its base", 0.6, "0,16 24,0 50,10 52,30 30,70 4,96! 62,90"),
        style("with high loop", 0.6, "2,24 18,2 44,4 48,24 30,58 6,86 4,70 24,68 40,88 62,96"),
        style("with short base", 0.6, "2,20 20,0 46,8 46,36 10,98! 44,100"),
        style("with a flat top", 0.5, "-4,6 30,0 48,10 44,38 2,98! 58,98"),
    };
}

Styles three() {
    return {
        style("plain", 3, "3,12 24,0 48,12 44,36 22,46! 48,54 56,76 34,100 0,90"),
        style("smooth", 2, "3,12 24,0 48,12 42,36 24,46 46,56 56,76 34,100 0,90"),
        style("with loop", 1.5, "3,12 24,0 48,12 42,34 22,48 14,42 24,42 50,58 54,82 28,100 0,88"),
        style("with flat top", 2, "4,2 52,0! 24,40! 50,50 56,74 34,98 0,92"),
        style("with flat top and smooth waist", 1, "4,4 52,0! 26,38 50,50 56,76 30,100 0,90"),
        style("angular", 1, "5,4 48,16! 14,46! 52,74! 0,98"),
        style("with small top", 1, "10,8 26,0 42,10 38,28 22,36! 50,46 58,74 34,100 0,92"),
        style("with small belly", 1, "2,14 26,0 54,14 48,46 20,58! 42,62 48,80 30,100 4,92"),
        style("with curled end", 1, "3,14 24,0 48,12 42,36 22,46! 52,56 52,86 24,100 2,88 8,74"),
        style("with curled start", 0.7,
              "14,20 4,14 24,0 48,12 42,38 20,46! 50,54 56,76 34,100 0,90"),
        style("of two bows", 0.7, "6,10 26,0 46,14 38,38 16,48! 48,50 58,72 44,96 4,98"),
        style("with long top", 0.6, "-8,4 24,0 48,10 40,38 22,46! 50,54 54,78 30,100 2,92"),
    };
}

Styles four() {
    return {
        style("open", 3, "14,0 4,56! 60,56 | 46,26 42,100"),
        style("open and wide", 1.5, "20,0 0,60! 62,56 | 54,6 46,100"),
        style("open and level with its stem", 1.5, "12,2 6,52! 52,50 | 52,0 50,100"),
        style("closed", 2, "44,0! 0,66! 62,66 | 44,0 44,100"),
        style("closed without lifting the pen", 2, "60,66 0,66! 44,0! 42,100"),
        style("closed and begun at its stem", 0.7, "42,66 0,66! 44,0! 44,100 | 40,66 60,66"),
        style("open in one stroke", 1.5, "12,0 4,50! 46,48 54,10! 48,100"),
        style("like lightning", 0.7, "24,0 2,56! 58,46! 38,100"),
        style("with short arm", 1, "16,0 4,58! 44,58 | 44,30 40,100"),
        style("with low arm", 0.8, "30,0 0,78! 62,76 | 46,46 44,100"),
        style("begun at its stem", 0.6, "50,0 46,100 | 14,4 4,54! 60,52"),
        style("with short stem", 1, "28,0 0,64! 60,60 | 38,42 34,100"),
        style("with low crossing", 0.8, "36,0 4,68! 56,62 | 38,48 36,96"),
        style("with wide arm", 0.7, "18,0 2,52! 84,50 | 46,24 44,100"),
        style("with round corner", 1.5, "2,0 0,34 14,54 50,46 | 60,0 54,100"),
        style("like a u with a tail", 1.2, "0,0 0,36 18,54 44,44 60,0! 54,100"),
    };
}

Styles five() {
    return {
        style("in two strokes", 3, "12,0 8,44! 30,36 54,54 52,84 26,100 0,90 | 12,0 58,0"),
        style("with a detached bar", 1.5, "12,6 6,44! 32,38 54,56 50,86 24,100 0,88 | 18,2 62,-4"),
        style("in one stroke", 3, "56,0 12,0! 8,42! 32,34 54,52 52,84 26,100 0,92"),
        style("like s", 1.5, "52,4 24,2 10,18 18,38 46,52 52,78 28,100 0,92"),
        style("with round neck", 1.2, "56,2 14,2! 10,28 14,44 38,42 54,62 44,92 4,98"),
        style("with smooth neck", 1, "12,2 8,36 12,46 36,40 54,60 46,92 2,96 | 12,2 54,0"),
        style("angular", 1, "54,0 10,0! 8,44! 50,44! 50,98! 0,98"),
        style("with curled end", 0.8, "56,0 12,0! 8,42! 34,34 56,58 46,94 16,100 2,84 10,74"),
        style("with small belly", 0.8, "54,0 16,0! 8,58! 28,50 46,64 42,90 18,100 0,92"),
        style("bar first", 0.5, "14,0 58,0 | 14,0 10,44! 34,36 54,56 50,86 24,100 0,90"),
        style("with short neck", 1, "52,0 14,2! 12,24! 34,22 54,46 46,86 20,100 0,92"),
        style("with a bar far off", 0.7, "12,10 8,42! 34,38 52,58 46,88 20,100 0,90 | 26,0 66,-6"),
        style("with a bar across its neck", 0.6,
              "14,0 10,44! 34,36 54,56 48,86 22,100 0,90 | 0,4 54,0"),
        style("like a flat s", 0.6, "58,6 30,0 4,12 12,36 44,46 62,68 44,96 6,92"),
        style("begun at its bar's right end and round", 0.6,
              "58,4 30,4 14,8 8,36 30,38 52,54 48,86 22,100 2,90"),
    };
}

Styles six() {
    return {
        style("plain", 3, "42,0 14,26 2,66 16,98 42,96 52,74 38,56 14,60 4,76"),
        style("straight", 2, "38,0 10,52 4,80 24,100 48,86 44,62 22,58 6,74"),
        style("with hook", 1.2, "52,14 40,0 14,22 2,64 16,98 44,94 52,72 34,56 8,66"),
        style("with small loop", 1.2, "44,0 16,28 0,74 14,100 36,96 40,80 26,72 6,82"),
        style("with large loop", 1.2, "34,0 8,28 0,66 18,100 50,90 56,58 34,38 6,56"),
        style("with curled end", 1, "42,0 14,26 2,68 18,100 46,92 50,68 30,56 14,66 18,80"),
        style("not quite closed", 1, "40,0 14,24 2,64 14,98 42,96 54,74 42,58 24,60"),
        style("upright", 1, "10,0 4,50 6,86 26,100 50,86 46,62 26,54 6,66"),
        style("round", 1, "50,6 26,2 4,30 2,70 22,100 50,88 50,62 26,52 4,66"),
        style("with a loop that stays open", 0.8, "36,0 8,44 2,86 20,98 44,78 40,62 20,76"),
        style("with a narrow loop", 0.8, "34,0 8,46 4,88 18,100 36,84 34,70 18,74 8,88"),
        style("like b", 0.6, "6,0 4,92! 6,62 28,50 46,66 40,94 4,98"),
        style("with a low loop", 0.7, "44,0 12,40 0,84 18,100 44,96 46,82 28,76 6,88"),
    };
}

Styles seven() {
    return {
        style("plain", 3, "0,2 56,0! 24,100"),
        style("curved", 2, "0,4 56,1! 36,46 26,100"),
        style("rounded", 1, "0,10 16,2 48,0 54,12 34,52 24,100"),
        style("upright", 1, "0,2 52,0! 48,100"),
        style("with serif", 1.5, "2,22 2,1! 56,0! 26,100"),
        style("with hook", 1, "2,22 4,6 20,4 38,8 56,0! 36,46 24,100"),
        style("barred", 3, "0,2 56,0! 24,100 | 12,52 62,48"),
        style("curved and barred", 1.5, "0,4 56,1! 36,46 26,100 | 8,50 60,48"),
        style("with serif and bar", 1.5, "2,20 2,1! 56,0! 26,100 | 12,52 60,49"),
        style("with short bar", 1, "0,2 56,0! 26,100 | 26,54 52,50"),
        style("with falling bar", 0.6, "0,2 54,0! 26,100 | 14,40 62,58"),
        style("with wave and bar", 0.7, "0,16 8,2 24,6 40,8 58,0! 34,50 24,100 | 10,52 58,50"),
        style("with foot", 0.5, "0,2 54,0! 24,96 44,98"),
        style("with falling top", 0.6, "4,-4 56,8! 22,100"),
        style("with low bar", 1.4, "0,2 56,0! 24,100 | 4,68 56,62"),
        style("with wide bar", 0.8, "0,2 56,0! 28,100 | -8,56 70,52"),
        style("with long serif", 0.8, "0,34 2,2! 54,0! 28,100"),
        style("with long serif and bar", 0.7, "-4,30 2,2! 56,0! 24,100 | 8,60 58,54"),
        style("with bent stem", 0.7, "0,4 54,0! 44,30 22,60 18,100"),
        style("rounded and barred", 0.7, "0,12 14,2 46,0 54,10 34,52 24,100 | 10,54 58,48"),
        style("with bar at its foot", 0.6, "0,2 54,0! 20,100 | -2,76 54,68"),
        style("small with long bar", 0.5, "4,2 50,0! 26,100 | -16,60 66,54"),
    };
}

Styles eight() {
    return {
        style("plain", 3, "50,13 28,0 6,13 12,35 42,57 52,80 28,100 4,82 14,58 42,36 50,14"),
        style("begun at the middle of its top", 2,
              "30,0 6,13 12,35 42,57 52,80 28,100 4,82 14,58 42,36 50,12 28,0"),
        style("of two circles", 2,
              "28,0 6,12 8,36 28,47 48,36 50,12 28,0 | 28,47 4,60 2,86 28,100 54,86 52,60 28,47"),
        style("begun at its waist", 1,
              "28,46 8,32 10,8 30,0 48,10 46,32 28,47 6,65 6,90 28,100 50,90 50,66 28,46"),
        style("open", 1.2, "52,8 28,0 6,13 12,35 42,57 52,80 28,100 4,82 14,58 40,34 60,4"),
        style("crossing at its top", 1,
              "56,2 26,2 8,16 14,36 42,57 52,80 28,100 4,82 14,58 44,28 46,-4"),
        style("mirrored", 1, "8,12 28,0 50,13 44,35 14,57 4,80 28,100 52,82 42,58 14,36 7,12"),
        style("with small top", 1,
              "42,12 28,0 14,11 18,28 44,52 56,78 28,100 0,80 12,52 40,28 42,12"),
        style("with small belly", 0.8,
              "56,18 28,0 0,18 10,44 38,66 44,84 28,100 12,84 18,66 46,44 56,18"),
        style("angular", 0.7, "50,2! 6,4! 50,96! 4,98! 50,4"),
        style("narrow", 1, "44,8 28,0 14,12 20,36 38,60 44,84 28,100 12,84 18,60 38,36 44,8"),
        style("mirrored and open", 0.9,
              "2,6 30,-2 50,10 42,34 16,56 4,80 28,100 52,82 42,58 18,38"),
        style("with a flag", 0.6,
              "-6,6 30,0 52,12 42,36 14,58 4,80 28,100 52,82 42,58 14,36 10,10"),
        style("thin", 0.7, "44,6 34,0 24,12 28,34 40,60 40,86 30,100 20,86 26,60 38,34 44,8"),
        style("with a tail", 0.8, "52,8 28,0 6,13 12,35 42,57 52,80 28,100 4,82 14,58 48,30 70,-4"),
    };
}

Styles nine() {
    return {
        style("with straight tail", 3, "52,14 30,0 6,12 2,36 22,50 46,36 52,10! 50,100"),
        style("with slanting tail", 2, "50,14 30,0 5,14 4,38 25,48 45,32 52,10! 34,100"),
        style("with curved tail", 2, "52,14 30,0 6,12 2,36 22,50 46,36 54,12 54,52 42,86 12,98"),
        style("with hooked tail", 2,
              "52,14 30,0 6,12 2,36 22,50 46,36 54,10! 54,64 46,94 22,102 4,88"),
        style("with hook", 1, "50,12 28,0 5,14 3,36 22,48 44,36 52,8! 52,84 38,102 14,94"),
        style("with tail begun at its loop", 1.2,
              "46,30 20,46 2,28 12,4 36,0 52,16 54,48 44,84 14,100"),
        style("of circle and stem", 1.2,
              "28,0 6,10 2,30 15,48 38,46 50,28 46,8 28,0 | 52,4 50,100"),
        style("of circle and hook", 0.7,
              "28,0 6,10 2,30 15,48 38,46 50,28 46,8 28,0 | 53,4 54,70 40,100 10,94"),
        style("with small loop", 1, "48,12 34,0 16,10 16,30 34,36 46,24 50,6! 46,100"),
        style("with large loop", 0.8, "56,18 30,0 2,16 0,44 24,62 50,48 56,12! 52,100"),
        style("with looped tail", 0.7,
              "52,12 30,0 4,14 4,38 24,48 46,34 54,8! 52,82 30,102 16,92 30,80 58,70"),
        style("angular", 0.7, "52,4! 6,6! 6,46! 52,46 | 52,4 50,100"),
        style("not quite closed", 1, "44,4 20,2 2,22 10,44 34,44 54,14 54,2! 48,100"),
        style("with curved tail to the right", 0.5,
              "50,14 28,0 5,14 4,38 24,48 46,32 50,10 46,60 52,94 66,90"),
        style("with open loop and wide hook", 1.2,
              "46,14 26,0 4,12 8,36 32,38 50,22 52,60 34,94 -12,92"),
        style("like s with closed top", 0.9,
              "48,10 26,0 6,12 10,34 36,36 50,22 46,40 54,66 38,98 0,94"),
        style("open at its right", 0.7, "50,8 22,0 4,16 14,38 42,38 54,56 44,92 4,96"),
        style("begun at its waist", 1, "34,42 8,36 10,8 36,0 52,16 54,60 42,96 4,94"),
        style("begun at its waist with wide hook", 0.8,
              "30,40 6,32 12,6 38,0 52,18 50,60 28,92 -14,86"),
        style("with flat loop", 1, "50,6 14,8 0,24 18,32 54,6! 26,100"),
        style("with flat loop and curved tail", 0.6, "50,6 14,6 0,22 20,32 54,8 46,56 24,100"),
        style("with straight tail begun at its waist", 0.8, "46,32 14,46 2,24 24,0 52,10! 46,100"),
        style("like g", 0.8, "50,12 28,0 4,12 6,36 28,44 50,30 52,6! 54,80 36,104 8,100 -2,86"),
        style("like s with small top", 0.9, "46,6 22,4 8,20 18,36 44,28 50,44 42,92 -6,98"),
        style("with tail like s", 0.6, "50,10 24,0 2,14 10,38 40,32 50,14 36,54 34,80 52,98"),
    };
}

} // namespace

std::span<const DigitStyle> stylesOf(int digit) {
    static const std::array<Styles, 10> all{zero(), one(), two(),   three(), four(),
                                            five(), six(), seven(), eight(), nine()};
    return all.at(static_cast<std::size_t>(digit));
}

} // namespace digitlab
