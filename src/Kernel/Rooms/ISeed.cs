namespace Tupa.Kernel;

/// <summary>Rows that every house has from the first day: retention classes, duties, the group of all staff. Runs after the migrations, inside a writing; safe to run at every start.</summary>
public interface ISeed
{
    Task SeedAsync(TupaDb db, CancellationToken stop);
}
