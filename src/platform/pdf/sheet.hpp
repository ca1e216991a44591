// A printed sheet (interface.md §7): Letter, black on white, 10.5 pt, a rule on top, code and page at the foot. The only door
// to Pango and Cairo.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/private.hpp"
#include "base/time.hpp"

namespace hebra::pdf {

/// A label in small letters above its text. Lines of the text are kept.
struct Field {
    std::string label;
    Private text;
};

struct Section {
    std::string title;
    std::vector<Field> fields;
};

struct Sheet {
    std::string title;       ///< of the document, for readers' software: never a person's name
    std::string producer;    ///< the institution that prints it
    Time at;                 ///< when
    std::string heading;
    std::string subheading;
    std::vector<Field> first;        ///< in larger letters, before anything else: the three lines
    std::vector<Section> sections;
    std::string foot_code;           ///< at the foot of each page, before "1/2"
    std::string foot_proof;          ///< hash and verification code
    std::optional<std::string> mark; ///< whose copy this is, on each page, when it holds class 3 or more
};

/// The document's bytes. Text can be selected and read aloud; what does not fit flows on to further pages.
/// @throws std::runtime_error when Cairo cannot write it: there is no font on the machine
std::string write(const Sheet& sheet);

}  // namespace hebra::pdf
