#include "platform/territory/territory.hpp"

#include <charconv>
#include <map>
#include <stdexcept>
#include <vector>

#include "base/fold.hpp"
#include "platform/csv/csv.hpp"

namespace hebra::embedded {
extern const std::string_view comunas_csv;
extern const std::string_view regions_csv;
}  // namespace hebra::embedded

namespace hebra::territory {
namespace {

struct RegionFacts {
    std::string name;
    std::string full_name;
    std::string iso;
};

struct ComunaFacts {
    std::string name;
    std::string province;
};

/// Names in use beside the official one.
constexpr std::pair<std::string_view, std::string_view> k_other_comuna_names[] = {
    {"aisen", "Aysén"},
    {"puerto aysen", "Aysén"},
    {"coihaique", "Coyhaique"},
    {"paihuano", "Paiguano"},
    {"la calera", "Calera"},
    {"llay llay", "Llaillay"},
    {"marchigue", "Marchihue"},
    {"rapa nui", "Isla de Pascua"},
    {"til til", "Tiltil"},
    {"trehuaco", "Treguaco"},
    {"puerto saavedra", "Saavedra"},
    {"puerto natales", "Natales"},
    {"navarino", "Cabo de Hornos"},
    {"san vicente de tagua tagua", "San Vicente"},
    {"con con", "Concón"},
    {"puerto cisnes", "Cisnes"},
    {"chol chol", "Cholchol"},
    {"santiago centro", "Santiago"},
    {"san francisco de mostazal", "Mostazal"},
    {"san javier de loncomilla", "San Javier"},
};
constexpr std::pair<std::string_view, std::string_view> k_other_region_names[] = {
    {"rm", "Metropolitana de Santiago"},
    {"metropolitana", "Metropolitana de Santiago"},
    {"o higgins", "Libertador General Bernardo O'Higgins"},
    {"ohiggins", "Libertador General Bernardo O'Higgins"},
    {"bio bio", "Biobío"},
    {"araucania", "La Araucanía"},
    {"aysen", "Aysén del General Carlos Ibáñez del Campo"},
    {"aisen", "Aysén del General Carlos Ibáñez del Campo"},
    {"magallanes", "Magallanes y de la Antártica Chilena"},
    {"magallanes y antartica chilena", "Magallanes y de la Antártica Chilena"},
};

/// Digits only; 0 otherwise, which is no place's number.
int number_in(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? static_cast<int>(number) : 0;
}

}  // namespace

/// Both tables, read once from the embedded files.
struct Tables {
    std::vector<Region> regions;
    std::vector<RegionFacts> region_facts;
    std::vector<Comuna> comunas;
    std::vector<ComunaFacts> comuna_facts;
    std::map<std::string, Region, std::less<>> region_by_name;
    std::map<std::string, Comuna, std::less<>> comuna_by_name;

    Tables() {
        read(embedded::regions_csv, 4, [this](std::span<const std::string_view> cells) {
            regions.push_back(Region(static_cast<std::uint8_t>(number_in(cells[0]))));
            region_facts.push_back({std::string(cells[1]), std::string(cells[2]), std::string(cells[3])});
            region_by_name.emplace(fold(cells[1]), regions.back());
        });
        read(embedded::comunas_csv, 5, [this](std::span<const std::string_view> cells) {
            comunas.push_back(Comuna(static_cast<std::uint16_t>(number_in(cells[0]))));
            comuna_facts.push_back({std::string(cells[1]), std::string(cells[3])});
            comuna_by_name.emplace(fold(cells[1]), comunas.back());
        });
        for (const auto& [other, name] : k_other_region_names) region_by_name.emplace(other, region_by_name.at(fold(name)));
        for (const auto& [other, name] : k_other_comuna_names) comuna_by_name.emplace(other, comuna_by_name.at(fold(name)));
    }

    template <class Take>
    static void read(std::string_view file, std::size_t columns, Take take) {
        auto reader = csv::Reader::open(file).value();
        csv::Row row;
        reader.next(row);  // titles
        while (reader.next(row)) {
            if (row.broken || row.cells.size() != columns)
                throw std::logic_error(fmt::format("embedded territory table: line {}", row.line));
            take(row.cells);
        }
    }
};

namespace {

const Tables& tables() {
    static const Tables tables;
    return tables;
}

/// Where the place with this number stands in a table sorted by number.
template <class Place>
std::optional<std::size_t> position(const std::vector<Place>& places, int number) {
    const auto found = std::lower_bound(places.begin(), places.end(), number,
                                        [](const Place& place, int wanted) { return place.number() < wanted; });
    if (found == places.end() || found->number() != number) return std::nullopt;
    return static_cast<std::size_t>(found - places.begin());
}

template <class Place, class Facts>
const Facts& facts_of(const std::vector<Place>& places, const std::vector<Facts>& facts, int number) {
    static const Facts nowhere;
    const auto at = position(places, number);
    return at ? facts[*at] : nowhere;
}

const RegionFacts& facts_of(Region region) {
    return facts_of(tables().regions, tables().region_facts, region.number());
}
const ComunaFacts& facts_of(Comuna comuna) {
    return facts_of(tables().comunas, tables().comuna_facts, comuna.number());
}

template <class Place>
std::optional<Place> look_up(const std::map<std::string, Place, std::less<>>& names, std::string_view folded) {
    const auto found = names.find(folded);
    if (found == names.end()) return std::nullopt;
    return found->second;
}

}  // namespace

Result<Region> Region::parse(std::string_view text) {
    const auto at = text.size() <= 2 ? position(tables().regions, number_in(text)) : std::nullopt;
    if (!at) return refuse(Refused::invalid, words::k_unknown_region);
    return tables().regions[*at];
}

std::span<const Region> Region::all() {
    return tables().regions;
}
std::string Region::text() const {
    return is_nil() ? "" : fmt::format("{:02}", number_);
}
std::string_view Region::name() const {
    return facts_of(*this).name;
}
std::string_view Region::full_name() const {
    return facts_of(*this).full_name;
}
std::string_view Region::iso() const {
    return facts_of(*this).iso;
}

Result<Comuna> Comuna::parse(std::string_view text) {
    const bool is_long = text.size() == 4 || text.size() == 5;
    const auto at = is_long ? position(tables().comunas, number_in(text)) : std::nullopt;
    if (!at) return refuse(Refused::invalid, words::k_unknown_comuna);
    return tables().comunas[*at];
}

std::span<const Comuna> Comuna::all() {
    return tables().comunas;
}
std::string Comuna::text() const {
    return is_nil() ? "" : fmt::format("{:05}", number_);
}
std::string_view Comuna::name() const {
    return facts_of(*this).name;
}
std::string_view Comuna::province() const {
    return facts_of(*this).province;
}

std::optional<Comuna> find_comuna_by_name(std::string_view name) {
    std::string folded = fold(name);
    for (const std::string_view prefix : {"comuna de ", "comuna "}) {
        if (folded.starts_with(prefix)) folded.erase(0, prefix.size());
    }
    return look_up(tables().comuna_by_name, folded);
}

std::optional<Region> find_region_by_name(std::string_view name) {
    std::string folded = fold(name);
    if (auto found = look_up(tables().region_by_name, folded)) return found;
    // "Región de Los Lagos", "Región del Maule", "Región de la Araucanía": what is left after each of these words.
    for (const std::string_view prefix : {"region ", "de ", "del ", "la "}) {
        if (!folded.starts_with(prefix)) continue;
        folded.erase(0, prefix.size());
        if (auto found = look_up(tables().region_by_name, folded)) return found;
    }
    return std::nullopt;
}

}  // namespace hebra::territory
