using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>The spaces that an invitation opens: the sponsor sees them with their day, opens more and ends them.</summary>
public sealed class PartnerPlacesTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_sponsor_sees_until_when_opens_another_and_ends_one_for_good(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        using var siiri = await town.House.SignedInAsync(town.Siiri);
        var agreed = town.Today.AddDays(200);
        Assert.Equal(["Salmensilta"], await ListedAsync(town, siiri));
        Assert.Contains(PartnerText.OpenUntil(agreed).Fi, (await siiri.PageAsync(Path(town))).QuerySelector("#places")!.TextContent, StringComparison.Ordinal);

        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.SeeOther, (await siiri.PostAsync($"{Path(town)}/places", ("place", $"{town.Other.Id}"))).StatusCode);
        Assert.Equal(["Muu hanke", "Salmensilta"], await ListedAsync(town, siiri));
        Assert.Equal([town.Bridge.Members, town.Other.Members], (await town.SpacesAsync()).Order().ToList());
        Assert.Equal(2, (await town.House.AuditedAsync()).Count(d => d == "spaces.member.added"));

        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.SeeOther, (await siiri.PostAsync($"{Path(town)}/places/{town.Bridge.Id}/end")).StatusCode);
        Assert.Equal(["Muu hanke"], await ListedAsync(town, siiri));
        Assert.Equal([town.Other.Members], await town.SpacesAsync());
        Assert.Single(await town.House.AuditedAsync(), d => d == "spaces.member.removed");

        // What was ended does not come back with a renewal, and what is open goes on by it.
        Assert.Equal(HttpStatusCode.SeeOther, (await town.RenewAsync(siiri, agreed.AddDays(30))).StatusCode);
        town.House.Clock.StopAt(Helsinki.EndOf(agreed).AddHours(1));
        Assert.Equal([town.Other.Members], await town.SpacesAsync());
        Assert.True(await town.IsInAsync());

        // It may be opened anew.
        using var later = await town.House.SignedInAsync(town.Siiri);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.PostAsync($"{Path(town)}/places", ("place", $"{town.Bridge.Id}"))).StatusCode);
        Assert.Equal(2, (await town.SpacesAsync()).Count);
        town.House.Clock.StopAt(await town.UntilAsync());
        Assert.Empty(await town.SpacesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nobody_opens_a_space_they_do_not_keep_and_nobody_else_touches_the_partner(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database, deputy: true);
        var house = town.House;
        var secret = await house.Town.SpaceAsync("Salainen", Confidentiality.Confidential, town.Siiri);
        var foreign = await house.Town.SpaceAsync("Kain tila", Confidentiality.Members, town.Kai);
        using var siiri = await house.SignedInAsync(town.Siiri);
        using var kai = await house.SignedInAsync(town.Kai);
        using var stranger = await house.SignedInAsync(await house.Town.StaffAsync("Outi Salmela"));

        foreach (var place in new[] { $"{secret.Id}", $"{foreign.Id}", $"{Guid.CreateVersion7()}", "x" })
        {
            using var refused = await siiri.PostAsync($"{Path(town)}/places", ("place", place));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(PartnerText.NotOffered.Fi, (await refused.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        }

        // The deputy sees, and changes nothing; a stranger is told what one is told who asks for nothing.
        Assert.Equal([PartnerText.PlaceUnseen.Fi], await ListedAsync(town, kai));
        Assert.Null((await kai.PageAsync(Path(town))).QuerySelector("#places form"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kai.PostAsync($"{Path(town)}/places", ("place", $"{foreign.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kai.PostAsync($"{Path(town)}/places/{town.Bridge.Id}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{Path(town)}/places/{town.Bridge.Id}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await siiri.PostAsync($"{Path(town)}/places/{foreign.Id}/end")).StatusCode);
        Assert.Equal([town.Bridge.Members], await town.SpacesAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Where_the_access_is_shut_nothing_is_open_and_nothing_can_be_opened(string database)
    {
        await using var town = await PartnerTown.OpenAsync(database);
        await town.House.HeadAsync(town.Unit, town.Kai);
        await town.House.EndAsync(Instants.Whole(town.House.Now), town.Siiri);
        town.House.Clock.StopAt(await town.UntilAsync());
        using var kai = await town.House.SignedInAsync(town.Kai);
        Assert.Contains(PartnerText.NoPlacesNow.Fi, (await kai.PageAsync(Path(town))).QuerySelector("#places")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kai.PostAsync($"{Path(town)}/places", ("place", $"{town.Bridge.Id}"))).StatusCode);
    }

    private static string Path(PartnerTown town) => $"/me/partners/{town.Partner}";

    private static async Task<List<string>> ListedAsync(PartnerTown town, HttpClient browser) =>
        [.. (await browser.PageAsync(Path(town))).QuerySelectorAll("#places .list li > span").Select(s => s.ChildNodes[0].TextContent.Trim())];
}
