using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/privacy/erasures</summary>
public sealed class ErasuresPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, ErasureText.Due.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, ErasureText.Due.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, ErasureText.Due.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, ErasureText.Due.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, ErasureText.Due.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, ErasureText.Due.Fi),
        new(Guest.Administrator, 200, ErasureText.Due.Fi, HoldText.Place.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_who_looks_after_personal_data_sees_what_is_due(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/privacy/erasures", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_officer_sees_counts_and_certificates_without_names_places_a_hold_and_the_view_is_noted(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (officer, second) = await HoldTests.OfficersAsync(house);
        var (gone, late, soon) = (await house.Town.StaffAsync("Aino Lähtenyt"), await house.Town.StaffAsync("Eero Myöhässä"), await house.Town.StaffAsync("Ida Pian"));
        await house.EndedLongAgoAsync(gone);
        await house.NightAsync();
        await house.EndedLongAgoAsync(late);
        await house.EndedAsync(house.Now.AddDays(-220), soon);
        using var browser = await house.SignedInAsync(officer);

        var html = await (await browser.GetAsync("/privacy/erasures")).Content.ReadAsStringAsync();
        Assert.Contains(ErasureText.OverdueNow(1).Fi, html, StringComparison.Ordinal);
        Assert.Contains(ErasureText.Unchanged.Fi, html, StringComparison.Ordinal);
        foreach (var name in new[] { "Lähtenyt", "Myöhässä", "Pian", gone.ToString() }) Assert.DoesNotContain(name, html.Replace(ErasureText.Overdue.Fi, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("privacy.erasures.viewed", await house.AuditedAsync());

        var id = Guid.CreateVersion7();
        using var refused = await browser.PostAsync("/privacy/holds", ("id", $"{id}"), ("whom", $"{late}"), ("reason", ""), ("lastDay", $"{house.Clock.Today().AddDays(30):yyyy-MM-dd}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(HoldText.ReasonNeeded.Fi, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var placed = await browser.PostAsync("/privacy/holds", ("id", $"{id}"), ("whom", $"{late}"), ("reason", "Asia 12/2026"), ("lastDay", $"{house.Clock.Today().AddDays(30):yyyy-MM-dd}"));
        Assert.Equal(HttpStatusCode.SeeOther, placed.StatusCode);
        using var other = await house.SignedInAsync(second);
        using var confirmed = await other.PostAsync($"/privacy/holds/{id}/confirmation");
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);

        // Held: no longer overdue, and told to the person where there still is somebody to tell.
        html = await (await browser.GetAsync("/privacy/erasures")).Content.ReadAsStringAsync();
        Assert.DoesNotContain(ErasureText.OverdueWhat.Fi, html, StringComparison.Ordinal);
        Assert.Contains("Asia 12/2026", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_told_on_ones_own_page_by_which_day_everything_goes()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäki");
        using var browser = await house.SignedInAsync(aino);
        var rule = new Retention.EraseBy(35, 14);
        Assert.Contains(ErasureText.WouldEnd(rule.Day(house.Clock.Today())).Fi, await browser.GetStringAsync("/me"), StringComparison.Ordinal);

        var last = house.Clock.Today().AddDays(60);
        await house.WriteAsync(db => db.Set<Register.Person>().Where(p => p.Id == aino).ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedUntil, Helsinki.EndOf(last))));
        Assert.Contains(ErasureText.Ends(last, rule.Day(last), Retention.EraseBy.Cap(last)).Fi, await browser.GetStringAsync("/me"), StringComparison.Ordinal);
    }
}
