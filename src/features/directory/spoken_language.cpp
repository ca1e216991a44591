#include "features/directory/spoken_language.hpp"

namespace hebra::directory {
namespace {

/// Those of Chile's peoples and of those who came to live in it. Spanish is the first: the default.
constexpr Word k_languages[] = {
    {"es", "español", "Spanish"},        {"en", "inglés", "English"},
    {"arn", "mapudungun", "Mapudungun"}, {"ay", "aymara", "Aymara"},
    {"qu", "quechua", "Quechua"},        {"rap", "rapa nui", "Rapa Nui"},
    {"ht", "kreyòl", "Haitian Creole"},  {"csg", "lengua de señas chilena", "Chilean Sign Language"},
    {"pt", "portugués", "Portuguese"},   {"fr", "francés", "French"},
    {"zh", "chino", "Chinese"},          {"de", "alemán", "German"},
    {"uk", "ucraniano", "Ukrainian"},    {"ar", "árabe", "Arabic"},
};

}  // namespace

Result<SpokenLanguage> SpokenLanguage::parse(std::string_view code) {
    for (const auto language : all()) {
        if (language.text() == code) return language;
    }
    return refuse(Refused::invalid, words::k_unknown_language);
}

std::span<const SpokenLanguage> SpokenLanguage::all() {
    static const auto all = [] {
        std::array<SpokenLanguage, std::size(k_languages)> languages;
        for (std::uint8_t i = 0; i < languages.size(); ++i) languages[i] = SpokenLanguage(i);
        return languages;
    }();
    return all;
}

std::string_view SpokenLanguage::text() const {
    return k_languages[index_].code;
}
std::string_view SpokenLanguage::name(Language language) const {
    return say(k_languages[index_], language);
}

}  // namespace hebra::directory
