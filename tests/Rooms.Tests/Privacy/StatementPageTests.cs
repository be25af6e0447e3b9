using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>/privacy</summary>
public sealed class StatementPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 200, StatementText.Title.Fi),
        new(Guest.NotGated, 200, StatementText.Title.Fi),
        new(Guest.Staff, 200, StatementText.Title.Fi),
        new(Guest.Teacher, 200, StatementText.Title.Fi),
        new(Guest.Pupil, 200, StatementText.Title.Fi),
        new(Guest.Partner, 200, StatementText.Title.Fi),
        new(Guest.Elected, 200, StatementText.Title.Fi),
        new(Guest.Steward, 200, StatementText.Title.Fi),
        new(Guest.Administrator, 200, StatementText.Title.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_statement_is_for_everyone(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/privacy", status, shows, hides);
}
