using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A unit with two colleagues and no head, and a partner whom one of them has invited through the front door.</summary>
internal sealed class PartnerTown : IAsyncDisposable
{
    private PartnerTown(TestHouse house) => House = house;

    public TestHouse House { get; }

    public UnitId Unit { get; private set; }

    public PersonId Siiri { get; private set; }

    public PersonId Kai { get; private set; }

    public TestSpace Bridge { get; private set; } = null!;

    public TestSpace Other { get; private set; } = null!;

    public AssignmentId Partner { get; private set; }

    public PersonId Pirjo { get; private set; }

    public DateOnly Today => House.Clock.Today();

    /// <param name="invite">Until so many days ahead; 0 for nobody yet.</param>
    public static async Task<PartnerTown> OpenAsync(string database, int invite = 200, bool deputy = false)
    {
        var town = new PartnerTown(await (await TestHouse.OpenAsync(database)).ServeAsync());
        var (house, people) = (town.House, town.House.Town);
        town.Unit = await people.UnitAsync("Rakennuttaminen", parent: await people.CityAsync());
        (town.Siiri, town.Kai) = (await people.StaffAsync("Siiri Salo", town.Unit), await people.StaffAsync("Kai Virta", town.Unit));
        (town.Bridge, town.Other) = (await people.SpaceAsync("Salmensilta", Confidentiality.Members, town.Siiri), await people.SpaceAsync("Muu hanke", Confidentiality.Members, town.Siiri));
        if (invite == 0) return town;

        using var siiri = await house.SignedInAsync(town.Siiri);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.InviteAsync(siiri, town.Today.AddDays(invite), deputy: deputy ? "Kai Virta" : "")).StatusCode);
        return town;
    }

    public async Task<HttpResponseMessage> InviteAsync(HttpClient browser, DateOnly lastDay, string deputy = "", string email = "pirjo@silta.example", AssignmentId? id = null)
    {
        var partner = id ?? AssignmentId.New();
        var answer = await browser.PostAsync(
            "/me/partners", ("id", $"{partner}"), ("given-name", "Pirjo"), ("family-name", "Kumppani"), ("email", email), ("organisation", "Siltarakenne Oy"),
            ("contract", "KS/1/2026"), ("purpose", "Sillan suunnittelu"), ("last-day", Iso(lastDay)), ("place", $"{Bridge.Id}"), ("deputy", deputy));
        if (answer.StatusCode == HttpStatusCode.SeeOther)
            (Partner, Pirjo) = (partner, await House.ReadAsync(db => db.Set<Assignment>().Where(a => a.Id == partner).Select(a => a.Person).SingleAsync()));
        return answer;
    }

    public Task<HttpResponseMessage> RenewAsync(HttpClient browser, DateOnly lastDay, string reason = "Silta jatkuu", SponsorshipId? id = null) => browser.PostAsync(
        $"/me/partners/{Partner}/renewal", ("id", $"{id ?? SponsorshipId.New()}"), ("lastDay", Iso(lastDay)), ("reason", reason));

    public Task<HttpResponseMessage> TakeOverAsync(HttpClient browser) => browser.PostAsync($"/me/partners/{Partner}/sponsor", ("id", $"{SponsorshipId.New()}"));

    /// <summary>Until when the partner is in.</summary>
    public Task<DateTime> UntilAsync() => House.ReadAsync(db => db.Set<Assignment>().Where(a => a.Id == Partner).Select(a => a.UntilUtc).SingleAsync());

    /// <summary>Who answers at this moment; null for nobody.</summary>
    public Task<PersonId?> SponsorAsync() => House.ReadAsync(db => Sponsorship.At(db, House.Now).Where(s => s.Assignment == Partner)
        .Join(db.Set<Assignment>(), s => s.SponsorAssignment, a => a.Id, (s, a) => (PersonId?)a.Person).SingleOrDefaultAsync());

    /// <summary>The spaces in which the partner is at this moment.</summary>
    public Task<List<GroupId>> SpacesAsync() => House.ReadAsync(db => db.Set<Membership>()
        .Where(m => m.Person == Pirjo && (m.Group == Bridge.Members || m.Group == Other.Members) && m.FromUtc <= House.Now && House.Now < m.UntilUtc)
        .Select(m => m.Group).ToListAsync());

    public Task<bool> IsInAsync() => House.ReadAsync(db => PersonAtDoor.IsLiveAsync(db, Pirjo, House.Now, default));

    public ValueTask DisposeAsync() => House.DisposeAsync();

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
