using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class CodeTests
{
    private const string NewPassword = "metsän laita on hiljaa";

    [Fact]
    public void The_words_are_many_short_and_apart()
    {
        Assert.True(CodeWords.All.Count >= 2048);
        Assert.Equal(CodeWords.All.Count, CodeWords.All.Select(CodeWords.Normal).Distinct().Count());
        Assert.All(CodeWords.All, w => Assert.InRange(w.Length, 3, 11));
        Assert.Equal("jarvi kivi", CodeWords.Normal("  Järvi-KIVI "));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_class_teacher_makes_a_code_that_works_once_and_ends_all_sessions(string database)
    {
        var (ear, add) = NewsEar.New();
        await using var house = await TestHouse.OpenAsync(database, more: add);
        var (teacher, pupil, _) = await SchoolAsync(house);
        await house.AccountAsync(pupil, "oona.oppilas");
        var old = (await house.TryAsync("oona.oppilas")).Secret;

        var slip = await IssueAsync(house, pupil, teacher);
        Assert.Equal("oona.oppilas", slip.UserId);
        Assert.Null((await UseAsync(house, slip.UserId, slip.Words.ToUpperInvariant())).Refusal);

        Assert.Null(await house.WhoAsync(old));
        Assert.Equal(303, (await house.TryAsync("oona.oppilas", NewPassword)).Status);
        Assert.Equal(CodeText.Wrong, (await UseAsync(house, slip.UserId, slip.Words)).Refusal!.Reason);
        Assert.Contains(ear.Heard, n => n.Kind == AccessNewsKind.PasswordChanged && n.Person == pupil);
        Assert.Contains("access.code.issued", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_code_makes_the_account_voids_the_one_before_and_runs_out(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (teacher, pupil, _) = await SchoolAsync(house);

        var first = await IssueAsync(house, pupil, teacher);
        var second = await IssueAsync(house, pupil, teacher);
        Assert.NotNull((await UseAsync(house, first.UserId, first.Words)).Refusal);

        house.Clock.Move(TimeSpan.FromDays(14) + TimeSpan.FromMinutes(1));
        Assert.NotNull((await UseAsync(house, second.UserId, second.Words)).Refusal);

        var third = await IssueAsync(house, pupil, teacher);
        Assert.Null((await UseAsync(house, third.UserId, third.Words)).Refusal);
        Assert.Equal(303, (await house.TryAsync("oona.oppilas", NewPassword)).Status);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Strangers_colleagues_and_oneself_make_no_codes(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (teacher, pupil, group) = await SchoolAsync(house);
        var stranger = await house.Town.StaffAsync("Börje Öhman");

        foreach (var by in new[] { stranger, pupil })
        {
            var (slips, refusal) = await house.InAsync((CodeActions c) => c.IssueAsync([pupil], Actor.Of(by)));
            Assert.Equal((0, Refusal.Absent), (slips.Count, refusal));
        }

        Assert.NotNull((await house.InAsync((CodeActions c) => c.IssueAsync([stranger], Actor.Of(teacher)))).Refusal);
        Assert.Empty(await house.InAsync((CodeQueries c) => c.ClassAsync(group, Actor.Of(stranger))));
        Assert.Single(await house.InAsync((CodeQueries c) => c.ClassAsync(group, Actor.Of(teacher))));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<OneTimeCode>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_head_makes_codes_for_own_people_and_a_sponsor_for_the_partner(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var unit = await house.Town.UnitAsync("Kaupunkitekniikka", parent: await house.Town.CityAsync());
        var (head, worker) = (await house.Town.StaffAsync("Outi Salmela", unit), await house.Town.StaffAsync("Noora Heikkilä", unit));
        var partner = await house.Town.PartnerAsync("Pirjo Kumppani", worker);
        await house.WriteAsync(async db =>
        {
            var row = await db.Set<Unit>().SingleAsync(u => u.Id == unit);
            row.Head = (await db.Set<Assignment>().SingleAsync(a => a.Person == head)).Id;
        });

        Assert.NotNull(await IssueAsync(house, worker, head));
        Assert.NotNull(await IssueAsync(house, partner, worker));
        Assert.NotNull((await house.InAsync((CodeActions c) => c.IssueAsync([head], Actor.Of(worker)))).Refusal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_link_goes_to_a_work_email_and_works_once_within_half_an_hour(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");

        Assert.Null(await house.InAsync((CodeActions c) => c.MakeLinkAsync("ei.ketaan")));
        var late = await house.InAsync((CodeActions c) => c.MakeLinkAsync("aino.makela"));
        house.Clock.Move(TimeSpan.FromMinutes(31));
        Assert.NotNull((await house.InAsync((CodeActions c) => c.UseLinkAsync(late!.Value.Secret, NewPassword, null))).Refusal);

        var link = (await house.InAsync((CodeActions c) => c.MakeLinkAsync("aino.makela")))!.Value;
        Assert.Equal("aino.makela@kuusisalmi.example", link.To.StaffEmail);
        Assert.Null((await house.InAsync((CodeActions c) => c.UseLinkAsync(link.Secret, NewPassword, null))).Refusal);
        Assert.NotNull((await house.InAsync((CodeActions c) => c.UseLinkAsync(link.Secret, NewPassword, null))).Refusal);
        Assert.Equal(303, (await house.TryAsync("aino.makela", NewPassword)).Status);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Guessing_words_is_slowed(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (teacher, pupil, _) = await SchoolAsync(house);
        var slip = await IssueAsync(house, pupil, teacher);

        for (var i = 0; i < Attempts.Free; i++) Assert.Equal(422, (await UseAsync(house, slip.UserId, "aalto aamu aarre ahven")).Status);
        Assert.Equal(429, (await UseAsync(house, slip.UserId, slip.Words)).Status);
    }

    private static async Task<Slip> IssueAsync(TestHouse house, PersonId person, PersonId by)
    {
        var (slips, refusal) = await house.InAsync((CodeActions c) => c.IssueAsync([person], Actor.Of(by)));
        Assert.Null(refusal);
        return Assert.Single(slips);
    }

    private static Task<(Refusal? Refusal, int Status)> UseAsync(TestHouse house, string userId, string words) =>
        house.InAsync((CodeActions c) => c.UseAsync(new(userId, words, NewPassword, null)));

    private static async Task<(PersonId Teacher, PersonId Pupil, GroupId Class)> SchoolAsync(TestHouse house)
    {
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var group = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        return (await house.Town.TeacherAsync("Aino Opettaja", school, group), await house.Town.PupilAsync("Oona Oppilas", school, group), group);
    }
}
