using System.Globalization;
using System.Text;

namespace Tupa.Demo;

/// <summary>120 people of invented companies and associations for each unit of scale, each answered for by one of the staff.</summary>
internal static class PartnerRecipe
{
    private const int PerDistrict = 120;

    /// <summary>The units whose heads and staff sponsor partners.</summary>
    private static readonly string[] Sponsors =
        ["rakennuttaminen", "kaupunkitekniikka", "digi", "sovellukset", "talous", "hr", "viestinta", "tyollisyys", "kulttuuri",
         "nuoriso", "liikunta", "kaavoitus", "tilat", "perusopetus", "hyvinvointipalvelut", "elinvoima"];

    public static void Lay(TownDraft draft, int district)
    {
        var dice = draft.Dice.Fork("partners", district);
        var companies = Lines.Of("Lists/companies");
        var contract = district * PerDistrict;
        if (district == 0)
        {
            var sponsor = draft.Unit("rakennuttaminen").Head.GetValueOrDefault();
            foreach (var (given, family, company) in CastRecipe.Partners) Add(given, family, company, sponsor, draft.Today.AddDays(220));
        }

        for (var i = district == 0 ? CastRecipe.Partners.Length : 0; i < PerDistrict; i++)
        {
            var company = dice.Falls(0.3) ? dice.PickEarly(companies) : dice.Pick(companies);
            var unit = draft.Unit(dice.Pick(Sponsors), district);
            var staff = draft.StaffOf(unit.Index);
            var sponsor = unit.Head is { } head && dice.Falls(0.6) ? head : dice.Pick(staff);
            var (given, family) = NameMaker.Make(dice, NameMaker.Language(dice));
            Add(given, family, company, sponsor, draft.Today.AddDays(dice.Falls(0.08) ? dice.Between(2, 20) : dice.Between(25, 330)));
        }

        void Add(string given, string family, string company, int sponsor, DateOnly last)
        {
            var sponsoring = draft.Assignments[sponsor];
            var person = draft.AddAdult(dice, given, family, company.EndsWith(" rf", StringComparison.Ordinal) ? "sv" : "fi", draft.Units[sponsoring.Unit]);
            person.CardA = new TownCardA(
                $"{person.UserId}@{Domain(company)}.example", person.CardA!.Phone, $"Yrittäjänkatu {company.Length}, 01998 Kuusisalmi", company);
            var first = last.AddMonths(-12).AddDays(dice.Between(2, 20));
            var reference = string.Create(CultureInfo.InvariantCulture, $"KUU/{first.Year}/{++contract:00000}");
            draft.Assign(
                person.Index, TownPopulation.Partner, sponsoring.Unit, draft.Duty("kumppani"), first, last,
                sponsor: sponsor, contract: reference);
        }
    }

    private static string Domain(string company)
    {
        var domain = new StringBuilder();
        foreach (var letter in company[..company.LastIndexOf(' ')].Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) domain.Append(char.ToLowerInvariant(letter));
        }

        return domain.ToString();
    }
}
