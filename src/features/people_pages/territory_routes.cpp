#include "features/people_pages/routes.hpp"
#include "platform/territory/territory.hpp"

namespace hebra::people_pages {
namespace {

struct ComunaItem {
    std::string cut;
    std::string name;
    std::string region;
    std::string region_name;
};
BOOST_DESCRIBE_STRUCT(ComunaItem, (), (cut, name, region, region_name))

struct ComunaList {
    std::vector<ComunaItem> items;
};
BOOST_DESCRIBE_STRUCT(ComunaList, (), (items))

}  // namespace

void add_territory_routes(http::Router& router) {
    router.get("/api/v1/comunas")
        .open("a public list of the State")
        .summary("Chile's comunas with their CUT codes")
        .handle([](const http::Call&) -> Result<ComunaList> {
            ComunaList list;
            for (const auto& comuna : territory::Comuna::all())
                list.items.push_back({comuna.text(), std::string(comuna.name()), comuna.region().text(),
                                      std::string(comuna.region().name())});
            return list;
        });
}

}  // namespace hebra::people_pages
