namespace Tupa.Register;

/// <summary>Which pages of the register are there for somebody.</summary>
/// <param name="Whole">The counts of the register, and who has powers over it.</param>
public sealed record RegisterDoors(bool Whole, bool People, bool Sources, bool Proposals, bool Erasures, bool Disclosures, bool Log)
{
    public bool Any => Whole || People || Sources || Proposals || Erasures || Disclosures || Log;

    /// <summary>Pure: what the authorities somebody holds open.</summary>
    public static RegisterDoors Of(IReadOnlySet<AuthorityKind> held)
    {
        var (administers, steward, officer, runs) = (
            held.Contains(AuthorityKind.RegisterAdministrator), held.Contains(AuthorityKind.SourceSteward),
            held.Contains(AuthorityKind.DataProtectionOfficer), held.Contains(AuthorityKind.Operator));
        return new(
            Whole: administers || runs, People: administers, Sources: administers || steward || runs, Proposals: steward,
            Erasures: administers || officer || runs, Disclosures: administers || officer, Log: held.Contains(AuthorityKind.SecurityOfficer));
    }
}
