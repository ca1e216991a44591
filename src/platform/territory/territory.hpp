// Where in Chile: the 16 regions and 346 comunas under their CUT codes (Código Único Territorial, Subdere).
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/result.hpp"

namespace hebra::territory {

namespace words {
inline constexpr Word k_unknown_region{"unknown_region",
                                       "No existe una región con ese código. Use el código CUT, de 01 a 16.",
                                       "There is no region with that code. Use the CUT code, 01 to 16."};
inline constexpr Word k_unknown_comuna{
    "unknown_comuna", "No existe una comuna con ese código. Use el código CUT de cinco cifras, por ejemplo 13101.",
    "There is no comuna with that code. Use the five-digit CUT code, for example 13101."};
}  // namespace words

/// A region. Only `parse`, `all` and the lookups make a real one; default-constructed, it is nowhere (`is_nil`).
class Region {
  public:
    static constexpr std::string_view k_pattern = "^[0-9]{1,2}$";
    static constexpr std::string_view k_example = "13";
    static constexpr std::string_view k_description = "Region, CUT code of two digits";

    Region() = default;
    /// "05" and "5" are the same region. No: `invalid` (k_unknown_region).
    static Result<Region> parse(std::string_view text);
    /// In the order of their codes.
    static std::span<const Region> all();

    std::string text() const;            ///< "05"
    std::string_view name() const;       ///< "Valparaíso"
    std::string_view full_name() const;  ///< "Región de Valparaíso"
    std::string_view iso() const;        ///< ISO 3166-2: "CL-VS"
    int number() const { return number_; }
    bool is_nil() const { return number_ == 0; }
    friend auto operator<=>(const Region&, const Region&) = default;

  private:
    friend class Comuna;
    friend struct Tables;
    explicit Region(std::uint8_t number) : number_(number) {}
    std::uint8_t number_ = 0;
};

/// A comuna. As with Region, default-constructed it is nowhere.
class Comuna {
  public:
    static constexpr std::string_view k_pattern = "^[0-9]{4,5}$";
    static constexpr std::string_view k_example = "13101";
    static constexpr std::string_view k_description = "Comuna, CUT code of five digits";

    Comuna() = default;
    /// "05101" and "5101" are the same comuna: some official lists drop the leading zero. No: `invalid` (k_unknown_comuna).
    static Result<Comuna> parse(std::string_view text);
    /// In the order of their codes.
    static std::span<const Comuna> all();

    std::string text() const;           ///< "05101"
    std::string_view name() const;      ///< "Valparaíso"
    std::string_view province() const;  ///< "Valparaíso"
    Region region() const { return Region(static_cast<std::uint8_t>(number_ / 1000)); }
    int number() const { return number_; }
    bool is_nil() const { return number_ == 0; }
    friend auto operator<=>(const Comuna&, const Comuna&) = default;

  private:
    friend struct Tables;
    explicit Comuna(std::uint16_t number) : number_(number) {}
    std::uint16_t number_ = 0;
};

/// By name, whatever its case and accents, by its old or usual names too ("Rapa Nui", "Aisén").
std::optional<Comuna> find_comuna_by_name(std::string_view name);
/// As above; "RM", "Región Metropolitana", "Magallanes", "Bío-Bío" are understood.
std::optional<Region> find_region_by_name(std::string_view name);

/// A place as precisely as it is known: nowhere in particular, a region, or a comuna (which tells its region).
struct Place {
    std::optional<Region> region = {};
    std::optional<Comuna> comuna = {};

    /// The region, also when only the comuna was given; nil if neither was.
    Region in_region() const { return comuna ? comuna->region() : region.value_or(Region()); }
    friend bool operator==(const Place&, const Place&) = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (region, comuna))

}  // namespace hebra::territory
