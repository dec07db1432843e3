using MesoPen.Tests.Host.Records;

// One cluster for the whole run of the tests; a test that kills its server has one of its own.
[assembly: AssemblyFixture(typeof(PrivatePostgres))]
